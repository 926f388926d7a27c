from tests.bench.bench_journal import measure


def test_the_bench_of_the_journal_gives_its_figures() -> None:
    figures = measure(20_000)
    assert figures["ticks"] == 20_000
    assert figures["build_progress_reports"] >= 2
    assert figures["open_with_cache_s"] < 2
    assert figures["open_with_cache_s"] < figures["build_s"]
