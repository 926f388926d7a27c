"""The doctor: what reveals a failing run early, its name in a layperson's words, and what may mend it. It trains nothing and knows no run folder."""
