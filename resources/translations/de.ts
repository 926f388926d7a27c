<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>studio</name>
  <message>
   <source> Source: </source>
   <translation> Quelle: </translation>
  </message>
  <message>
   <source>&amp;Count</source>
   <translation>A&amp;nzahl</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Format</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Into</source>
   <translation>&amp;Als</translation>
  </message>
  <message>
   <source>&amp;Keep training in the background</source>
   <translation>Im &amp;Hintergrund weiter trainieren</translation>
  </message>
  <message>
   <source>&amp;Place</source>
   <translation>&amp;Ort</translation>
  </message>
  <message>
   <source>&amp;Remember, and do not ask again</source>
   <translation>&amp;Merken und nicht mehr fragen</translation>
  </message>
  <message>
   <source>&amp;Run</source>
   <translation>&amp;Lauf</translation>
  </message>
  <message>
   <source>&amp;Save and quit</source>
   <translation>&amp;Speichern und beenden</translation>
  </message>
  <message>
   <source>&amp;Seeds</source>
   <translation>&amp;Seeds</translation>
  </message>
  <message>
   <source>&amp;Sentence</source>
   <translation>Sat&amp;z</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Titel</translation>
  </message>
  <message>
   <source>&amp;Truncation (ψ)</source>
   <translation>&amp;Trunkierung (ψ)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>({low} to {high})</source>
   <translation>({low} bis {high})</translation>
  </message>
  <message>
   <source>, and the mean colour is off by {tint:.2f} standard deviations (usual: below 1)</source>
   <translation>, und die mittlere Farbe weicht um {tint:.2f} Standardabweichungen ab (üblich: unter 1)</translation>
  </message>
  <message>
   <source>, kinds of samples (RKE) are {kinds:.2f} of the data's (usual: above 0.2)</source>
   <translation>, die Arten von Proben (RKE) sind das {kinds:.2f}-Fache der Daten (üblich: über 0,2)</translation>
  </message>
  <message>
   <source>, recall {recall:.2f}</source>
   <translation>, Recall {recall:.2f}</translation>
  </message>
  <message>
   <source>, spread (PDR) is {spread:.2f} (usual: above 0.6)</source>
   <translation>, die Streuung (PDR) ist {spread:.2f} (üblich: über 0,6)</translation>
  </message>
  <message>
   <source>, the distance to the most similar other sample (NNr) {near:.2f} of the data's (usual: above {usual:.2f})</source>
   <translation>, der Abstand zur ähnlichsten anderen Probe (NNr) das {near:.2f}-Fache der Daten (üblich: über {usual:.2f})</translation>
  </message>
  <message>
   <source>, unevenness χ² is {chi2} (usual: below 5)</source>
   <translation>, die Ungleichheit χ² ist {chi2} (üblich: unter 5)</translation>
  </message>
  <message>
   <source>, while D's lead is {lead} at AUC {auc:.3f} (usual: below 0.95)</source>
   <translation>, bei einem Vorsprung von D von {lead} und AUC {auc:.3f} (üblich: unter 0,95)</translation>
  </message>
  <message>
   <source>1 gives all the variety that was learned. Below 1, samples get more typical and more alike; at 0 they are all the same.</source>
   <translation>1 gibt die ganze gelernte Vielfalt. Unter 1 werden die Proben typischer und einander ähnlicher; bei 0 sind alle gleich.</translation>
  </message>
  <message>
   <source>1 grey, 3 colour, 4 colour with transparency; auto takes 3 unless all are grey.</source>
   <translation>1 grau, 3 farbig, 4 farbig mit Transparenz; auto nimmt 3, wenn nicht alle grau sind.</translation>
  </message>
  <message>
   <source>1 is smallest, 100 is best; a WebP of 100 keeps every pixel</source>
   <translation>1 ist am kleinsten, 100 am besten; WebP mit 100 erhält jedes Pixel</translation>
  </message>
  <message>
   <source>1 kimg is a thousand real images shown to the discriminator.</source>
   <translation>1 kimg sind tausend echte Bilder, die dem Diskriminator gezeigt wurden.</translation>
  </message>
  <message>
   <source>16-bit grey</source>
   <translation>16-Bit-Grau</translation>
  </message>
  <message>
   <source>; new data lies {lag:.2f} of the way from training data to samples (r_v; usual: below 0.6)</source>
   <translation>; neue Daten liegen auf {lag:.2f} des Wegs von den Trainingsdaten zu den Proben (r_v; üblich: unter 0,6)</translation>
  </message>
  <message>
   <source>; the mean colour is off by {tint} standard deviations (usual: below 1)</source>
   <translation>; die mittlere Farbe weicht um {tint} Standardabweichungen ab (üblich: unter 1)</translation>
  </message>
  <message>
   <source>A bar at the left and bold words mark what differs; the arrow behind it takes it back</source>
   <translation>Ein Balken links und fette Schrift zeigen, was anders ist; der Pfeil dahinter nimmt es zurück</translation>
  </message>
  <message>
   <source>A checkpoint at least this often.</source>
   <translation>Mindestens so oft ein Checkpoint.</translation>
  </message>
  <message>
   <source>A checkpoint every so many kimg; 0 lets the clock below decide.</source>
   <translation>Alle so viele kimg ein Checkpoint; bei 0 entscheidet die Zeit darunter.</translation>
  </message>
  <message>
   <source>A checkpoint is a saved moment: it can be restored, compared, and continued as another run. Export writes as many pictures as you like.</source>
   <translation>Ein Checkpoint ist ein gespeicherter Augenblick: Er lässt sich zurückholen, vergleichen und als anderer Lauf fortsetzen. „Exportieren“ schreibt so viele Bilder, wie Sie mögen.</translation>
  </message>
  <message>
   <source>A checkpoint is saved at the start, on schedule, when you press Save checkpoint, and at the end. Any of them can be restored or branched into a new run.</source>
   <translation>Ein Checkpoint wird zu Beginn, nach Plan, auf „Checkpoint speichern“ hin und am Ende gespeichert. Jeder lässt sich zurückholen oder in einen neuen Lauf abzweigen.</translation>
  </message>
  <message>
   <source>A closer look at one sample</source>
   <translation>Eine Probe näher ansehen</translation>
  </message>
  <message>
   <source>A column shows samples of one class.</source>
   <translation>Eine Spalte zeigt Proben einer Klasse.</translation>
  </message>
  <message>
   <source>A few steps that point at what matters; Esc ends it</source>
   <translation>Wenige Schritte, die auf das Wichtige zeigen; Esc beendet sie</translation>
  </message>
  <message>
   <source>A few words to find it by</source>
   <translation>Ein paar Worte, um ihn wiederzufinden</translation>
  </message>
  <message>
   <source>A file that cannot be used is left out; it never stops a run.</source>
   <translation>Eine unbrauchbare Datei wird weggelassen; sie hält nie einen Lauf an.</translation>
  </message>
  <message>
   <source>A folder or zip of images, a few hundred or many thousand; sub-folders can be classes.</source>
   <translation>Ein Ordner oder eine Zip-Datei mit Bildern, einige Hundert oder viele Tausend; Unterordner können Klassen sein.</translation>
  </message>
  <message>
   <source>A fresh discriminator</source>
   <translation>Neuer Diskriminator</translation>
  </message>
  <message>
   <source>A fresh discriminator, slower</source>
   <translation>Neuer Diskriminator, langsamer</translation>
  </message>
  <message>
   <source>A generator and a discriminator that fit each other</source>
   <translation>Ein Generator und ein Diskriminator, die zueinander passen</translation>
  </message>
  <message>
   <source>A latent {degrees:.0f}° away from that of seed {seed}</source>
   <translation>Ein latenter Vektor, {degrees:.0f}° von dem zu Seed {seed} entfernt</translation>
  </message>
  <message>
   <source>A logarithmic axis of values; where there are values below zero it is linear near zero</source>
   <translation>Eine logarithmische Werteachse; gibt es Werte unter null, ist sie nahe null linear</translation>
  </message>
  <message>
   <source>A longer average</source>
   <translation>Längere Mittelung</translation>
  </message>
  <message>
   <source>A loss and a penalty that keep the samples as varied as the data, colours included.</source>
   <translation>Ein Verlust und eine Strafe, die die Proben so vielfältig halten wie die Daten, auch in den Farben.</translation>
  </message>
  <message>
   <source>A loss that compares every sample with a real one of the same class, so that the class matters.</source>
   <translation>Ein Verlust, der jede Probe mit einem echten Bild derselben Klasse vergleicht, sodass die Klasse zählt.</translation>
  </message>
  <message>
   <source>A loss that compares every sample with a real one, and a penalty on a steep discriminator.</source>
   <translation>Ein Verlust, der jede Probe mit einem echten Bild vergleicht, und eine Strafe für einen steilen Diskriminator.</translation>
  </message>
  <message>
   <source>A loss that compares every sample with a real one: it teaches G however far D is ahead.</source>
   <translation>Ein Verlust, der jede Probe mit einem echten Bild vergleicht: Er lehrt G, wie weit D auch vorn liegt.</translation>
  </message>
  <message>
   <source>A loss that keeps teaching G however far D is ahead, and a penalty that keeps D from being too sure.</source>
   <translation>Ein Verlust, der G weiter lehrt, wie weit D auch vorn liegt, und eine Strafe, die D nicht zu sicher werden lässt.</translation>
  </message>
  <message>
   <source>A new D has to learn again what the old one knew, and G catches up.</source>
   <translation>Ein neues D muss erst wieder lernen, was das alte wusste, und G holt auf.</translation>
  </message>
  <message>
   <source>A new D is not sure of itself yet, and G learns again.</source>
   <translation>Ein neues D ist sich noch nicht sicher, und G lernt wieder.</translation>
  </message>
  <message>
   <source>A new D learns anew which pictures belong to which class. Do it once the classes of the data are known to be right.</source>
   <translation>Ein neues D lernt von Neuem, welche Bilder zu welcher Klasse gehören. Erst tun, wenn feststeht, dass die Klassen der Daten stimmen.</translation>
  </message>
  <message>
   <source>A new discriminator has no memory of what fooled the old one; the samples get worse for a while.</source>
   <translation>Ein neuer Diskriminator erinnert sich nicht an das, was den alten getäuscht hat; die Proben werden eine Weile schlechter.</translation>
  </message>
  <message>
   <source>A number counts half after {after:,.2f} kimg</source>
   <translation>Eine Zahl zählt nach {after:,.2f} kimg noch halb</translation>
  </message>
  <message>
   <source>A perfect generator would reach {floor}.</source>
   <translation>Ein vollkommener Generator würde {floor} erreichen.</translation>
  </message>
  <message>
   <source>A quarter of the rate, and clip</source>
   <translation>Ein Viertel der Rate, Clipping</translation>
  </message>
  <message>
   <source>A quarter of the weight of the penalty that holds D back.</source>
   <translation>Ein Viertel des Gewichts der Strafe, die D zurückhält.</translation>
  </message>
  <message>
   <source>A quarter of the weight of the penalty that may hold D too flat.</source>
   <translation>Ein Viertel des Gewichts der Strafe, die D vielleicht zu flach hält.</translation>
  </message>
  <message>
   <source>A row for each run: Enter opens it, Ctrl or Shift choose several, a heading sorts</source>
   <translation>Eine Zeile für jeden Lauf: Die Eingabetaste öffnet ihn, Strg oder Umschalt wählen mehrere, eine Überschrift sortiert</translation>
  </message>
  <message>
   <source>A run appears here as soon as it trains. It can be opened, resumed and branched at any time.</source>
   <translation>Ein Lauf erscheint hier, sobald er trainiert. Er lässt sich jederzeit öffnen, fortsetzen und abzweigen.</translation>
  </message>
  <message>
   <source>A run is being made already.</source>
   <translation>Es wird schon ein Lauf angelegt.</translation>
  </message>
  <message>
   <source>A run is being started or handed over already; wait until that is done.</source>
   <translation>Es wird schon ein Lauf gestartet oder übergeben; warten Sie, bis das erledigt ist.</translation>
  </message>
  <message>
   <source>A run's folder, name or number, RUN:ID for one of its checkpoints, or a checkpoint's folder. Weights that fit are taken over.</source>
   <translation>Ordner, Name oder Nummer eines Laufs, LAUF:ID für einen seiner Checkpoints oder der Ordner eines Checkpoints. Gewichte, die passen, werden übernommen.</translation>
  </message>
  <message>
   <source>A sentence about the template</source>
   <translation>Ein Satz über die Vorlage</translation>
  </message>
  <message>
   <source>A stage whose shorter side is larger than this has half the width per doubling.</source>
   <translation>Eine Stufe, deren kürzere Seite größer ist, hat je Verdopplung die halbe Breite.</translation>
  </message>
  <message>
   <source>A stronger penalty on a steep D (R1) makes it harder to point at single samples. More data helps most.</source>
   <translation>Eine stärkere Strafe für ein steiles D (R1) macht es schwerer, auf einzelne Bilder zu zeigen. Am meisten helfen mehr Daten.</translation>
  </message>
  <message>
   <source>A stronger penalty on a steep D (R1), and a quarter of its rate.</source>
   <translation>Eine stärkere Strafe für ein steiles D (R1) und ein Viertel seiner Rate.</translation>
  </message>
  <message>
   <source>A stronger penalty on a steep D (R1): it then rewards fine patterns less.</source>
   <translation>Eine stärkere Strafe für ein steiles D (R1): Es belohnt feine Muster dann weniger.</translation>
  </message>
  <message>
   <source>A subfolder for each class, as image data sets have them</source>
   <translation>Ein Unterordner je Klasse, wie in Bilddatensätzen üblich</translation>
  </message>
  <message>
   <source>A weaker penalty on D</source>
   <translation>Schwächere Strafe für D</translation>
  </message>
  <message>
   <source>A zip or a folder of the digits, in sub-folders 0 to 9; left empty, MNIST is downloaded once (10 MB).</source>
   <translation>Eine Zip-Datei oder ein Ordner mit den Ziffern in Unterordnern 0 bis 9; bleibt das Feld leer, wird MNIST einmal heruntergeladen (10 MB).</translation>
  </message>
  <message>
   <source>ADA</source>
   <translation>ADA</translation>
  </message>
  <message>
   <source>ADA: flips, turns, shifts, scalings, colours and a hole, each with probability p times its group's share</source>
   <translation>ADA: Spiegelung, Drehung, Verschiebung, Skalierung, Farben und ein Loch, jedes mit Wahrscheinlichkeit p mal dem Anteil seiner Gruppe</translation>
  </message>
  <message>
   <source>AUC, known against unknown</source>
   <translation>AUC, bekannt gegen unbekannt</translation>
  </message>
  <message>
   <source>Abort</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Abort asked</source>
   <translation>Abbruch verlangt</translation>
  </message>
  <message>
   <source>Abort the run?</source>
   <translation>Lauf abbrechen?</translation>
  </message>
  <message>
   <source>Aborted</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Abort…</source>
   <translation>Abbrechen…</translation>
  </message>
  <message>
   <source>About GAN Studio</source>
   <translation>Über GAN Studio</translation>
  </message>
  <message>
   <source>About it</source>
   <translation>Mehr dazu</translation>
  </message>
  <message>
   <source>Actions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>Adam with decoupled weight decay. Source: Loshchilov and Hutter, arXiv 1711.05101</source>
   <translation>Adam mit entkoppeltem Gewichtsverfall. Quelle: Loshchilov und Hutter, arXiv 1711.05101</translation>
  </message>
  <message>
   <source>Adam: momentum and a step size per weight. Source: Kingma and Ba, arXiv 1412.6980</source>
   <translation>Adam: Impuls und eine Schrittweite je Gewicht. Quelle: Kingma und Ba, arXiv 1412.6980</translation>
  </message>
  <message>
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <source>Adaptive p grows while the mean sign of D on real images is above this.</source>
   <translation>Das adaptive p wächst, solange das mittlere Vorzeichen von D auf echten Bildern darüber liegt.</translation>
  </message>
  <message>
   <source>Add to queue</source>
   <translation>In die Warteschlange</translation>
  </message>
  <message>
   <source>Added to the denominator against division by zero.</source>
   <translation>Wird zum Nenner addiert, damit nicht durch null geteilt wird.</translation>
  </message>
  <message>
   <source>Again and again, from left to right: {labels}.</source>
   <translation>Immer wieder, von links nach rechts: {labels}.</translation>
  </message>
  <message>
   <source>Alarm over: {alarm}.</source>
   <translation>Alarm vorbei: {alarm}.</translation>
  </message>
  <message>
   <source>Alarm: {title}</source>
   <translation>Alarm: {title}</translation>
  </message>
  <message>
   <source>Alarm: {title}.</source>
   <translation>Alarm: {title}.</translation>
  </message>
  <message>
   <source>Alarms of the doctor</source>
   <translation>Alarme des Doktors</translation>
  </message>
  <message>
   <source>All pictures</source>
   <translation>Alle Bilder</translation>
  </message>
  <message>
   <source>All pictures, those of one class, set aside, there more than once, or broken</source>
   <translation>Alle Bilder, die einer Klasse, zurückgehaltene, mehrfach vorhandene oder defekte</translation>
  </message>
  <message>
   <source>All runs</source>
   <translation>Alle Läufe</translation>
  </message>
  <message>
   <source>All runs in a table, and the queue</source>
   <translation>Alle Läufe in einer Tabelle und die Warteschlange</translation>
  </message>
  <message>
   <source>All that was trained so far: {amount}.</source>
   <translation>Alles, was bisher trainiert wurde: {amount}.</translation>
  </message>
  <message>
   <source>All {count}</source>
   <translation>Alle {count}</translation>
  </message>
  <message>
   <source>Along the bottom: thousands of real images shown (kimg), or training time with pauses left out</source>
   <translation>Unten entlang: gezeigte echte Bilder in Tausend (kimg) oder Trainingszeit ohne Pausen</translation>
  </message>
  <message>
   <source>Also: {alarms}.</source>
   <translation>Außerdem: {alarms}.</translation>
  </message>
  <message>
   <source>Always dark</source>
   <translation>Immer dunkel</translation>
  </message>
  <message>
   <source>Always light</source>
   <translation>Immer hell</translation>
  </message>
  <message>
   <source>Among {looked:,} of {total:,} training pictures, by their pixels at 16 a side</source>
   <translation>Unter {looked:,} von {total:,} Trainingsbildern, nach ihren Pixeln bei 16 × 16</translation>
  </message>
  <message>
   <source>Among {looked:,} training pictures, by their pixels at 16 a side</source>
   <translation>Unter {looked:,} Trainingsbildern, nach ihren Pixeln bei 16 × 16</translation>
  </message>
  <message>
   <source>An adaptive p never exceeds this: above about .8 changes leak into the samples.</source>
   <translation>Das adaptive p wird nie größer: Über etwa 0,8 färben die Änderungen auf die Proben ab.</translation>
  </message>
  <message>
   <source>An export that is at work goes on</source>
   <translation>Ein laufender Export geht weiter</translation>
  </message>
  <message>
   <source>Animations</source>
   <translation>Animationen</translation>
  </message>
  <message>
   <source>Another class changes a sample {times:.2f} times as much as other random numbers do (usual: above 0.5).</source>
   <translation>Eine andere Klasse ändert eine Probe {times:.2f}-mal so stark wie andere Zufallszahlen (üblich: über 0,5).</translation>
  </message>
  <message>
   <source>Another class changes a sample {times:.2f} times as much as other random numbers do (usual: above 0.75), and in the data too, alike samples are of any class.</source>
   <translation>Eine andere Klasse ändert eine Probe {times:.2f}-mal so stark wie andere Zufallszahlen (üblich: über 0,75), und auch in den Daten gehören ähnliche Bilder zu beliebigen Klassen.</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Apr</source>
   <translation>Apr.</translation>
  </message>
  <message>
   <source>Arithmetic of the convolutions and products. Weights stay fp32; fp64 is for checks. auto takes bf16 only where it is faster and agrees.</source>
   <translation>Arithmetik der Faltungen und Produkte. Gewichte bleiben fp32; fp64 dient Prüfungen. auto nimmt bf16 nur, wo es schneller ist und übereinstimmt.</translation>
  </message>
  <message>
   <source>Arrow keys choose a sample, Enter looks closer at it, plus and minus zoom, 0 fits the picture to the window.</source>
   <translation>Pfeiltasten wählen eine Probe, die Eingabetaste zeigt sie näher, Plus und Minus zoomen, 0 passt das Bild ins Fenster ein.</translation>
  </message>
  <message>
   <source>Arrows</source>
   <translation>Pfeile</translation>
  </message>
  <message>
   <source>As D sees them: half of them mirrored</source>
   <translation>Wie D sie sieht: die Hälfte gespiegelt</translation>
  </message>
  <message>
   <source>As D sees them: half of them mirrored and {augmented}</source>
   <translation>Wie D sie sieht: die Hälfte gespiegelt und {augmented}</translation>
  </message>
  <message>
   <source>As D sees them: {augmented}</source>
   <translation>Wie D sie sieht: {augmented}</translation>
  </message>
  <message>
   <source>As each seed draws it</source>
   <translation>Wie jeder Seed sie zieht</translation>
  </message>
  <message>
   <source>As it is now, at {place} kimg.</source>
   <translation>Stand jetzt, bei {place} kimg.</translation>
  </message>
  <message>
   <source>As it was at {place} kimg.</source>
   <translation>Stand bei {place} kimg.</translation>
  </message>
  <message>
   <source>As the generator makes them, or larger by a whole factor: each pixel becomes a square</source>
   <translation>So, wie der Generator sie macht, oder um einen ganzen Faktor größer: Jedes Pixel wird zum Quadrat</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>As they come, none chosen.</source>
   <translation>Wie sie kommen, keine ausgewählt.</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>At each save the one that is missed least is given up. Allow more room, or unpin or delete some.</source>
   <translation>Bei jedem Speichern wird der entbehrlichste aufgegeben. Erlauben Sie mehr Platz, oder lösen oder löschen Sie einige.</translation>
  </message>
  <message>
   <source>At most {most} runs can lie over the curves; {name} was left out. Take one away first.</source>
   <translation>Höchstens {most} Läufe können über den Kurven liegen; {name} wurde ausgelassen. Entfernen Sie zuerst einen.</translation>
  </message>
  <message>
   <source>At {place} kimg</source>
   <translation>Bei {place} kimg</translation>
  </message>
  <message>
   <source>At {place} kimg: {what}</source>
   <translation>Bei {place} kimg: {what}</translation>
  </message>
  <message>
   <source>At {place} kimg; goes there</source>
   <translation>Bei {place} kimg; springt dorthin</translation>
  </message>
  <message>
   <source>Aug</source>
   <translation>Aug.</translation>
  </message>
  <message>
   <source>Augment less</source>
   <translation>Weniger augmentieren</translation>
  </message>
  <message>
   <source>Augment what D sees</source>
   <translation>Augmentieren, was D sieht</translation>
  </message>
  <message>
   <source>Augmentation</source>
   <translation>Augmentierung</translation>
  </message>
  <message>
   <source>Augmentation, learning rates, speed, and what else follows a schedule</source>
   <translation>Augmentierung, Lernraten, Tempo und was sonst einem Verlauf folgt</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Auto</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Autopilot</source>
   <translation>Autopilot</translation>
  </message>
  <message>
   <source>Averaged generator</source>
   <translation>Gemittelter Generator</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back to the newest samples (End)</source>
   <translation>Zurück zu den neuesten Proben (Ende)</translation>
  </message>
  <message>
   <source>Back to {kind}, as it was</source>
   <translation>Zurück zu {kind}, wie es war</translation>
  </message>
  <message>
   <source>Back to {name} (Escape)</source>
   <translation>Zurück zu {name} (Esc)</translation>
  </message>
  <message>
   <source>Back to {value}</source>
   <translation>Zurück zu {value}</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>Batch</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>Batchgröße</translation>
  </message>
  <message>
   <source>Begin again with {loss}</source>
   <translation>Neu beginnen, umgestellt auf {loss}</translation>
  </message>
  <message>
   <source>Begin again, gently</source>
   <translation>Neu beginnen, behutsam</translation>
  </message>
  <message>
   <source>Begin anew when the end is reached</source>
   <translation>Am Ende von vorn beginnen</translation>
  </message>
  <message>
   <source>Begin no other run; what trains goes on</source>
   <translation>Keinen weiteren Lauf beginnen; was trainiert, geht weiter</translation>
  </message>
  <message>
   <source>Begin now</source>
   <translation>Jetzt beginnen</translation>
  </message>
  <message>
   <source>Begin the discriminator anew; the generator stays as it is</source>
   <translation>Diskriminator neu beginnen; der Generator bleibt, wie er ist</translation>
  </message>
  <message>
   <source>Begin with another run</source>
   <translation>Mit anderem Lauf beginnen</translation>
  </message>
  <message>
   <source>Begin with what another run has learnt</source>
   <translation>Mit dem beginnen, was ein anderer Lauf gelernt hat</translation>
  </message>
  <message>
   <source>Below each: thousands of real images seen by then.</source>
   <translation>Darunter jeweils: bis dahin gesehene echte Bilder in Tausend.</translation>
  </message>
  <message>
   <source>Beside each other, at the same zoom</source>
   <translation>Nebeneinander, gleich vergrößert</translation>
  </message>
  <message>
   <source>Best {metric}</source>
   <translation>{metric}: Beste zuerst</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>Blöcke</translation>
  </message>
  <message>
   <source>Both</source>
   <translation>Beide</translation>
  </message>
  <message>
   <source>Branched at {place} kimg</source>
   <translation>Bei {place} kimg abgezweigt</translation>
  </message>
  <message>
   <source>Branched at {place} kimg from checkpoint {checkpoint}</source>
   <translation>Bei {place} kimg von Checkpoint {checkpoint} abgezweigt</translation>
  </message>
  <message>
   <source>Branch…</source>
   <translation>Abzweigen…</translation>
  </message>
  <message>
   <source>Bring this panel to the front and give it the keyboard</source>
   <translation>Diesen Bereich nach vorn holen, mit der Tastatur darin</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Defekt</translation>
  </message>
  <message>
   <source>Browse for a folder of pictures</source>
   <translation>Ordner mit Bildern suchen</translation>
  </message>
  <message>
   <source>Browse for a zip of pictures</source>
   <translation>Zip mit Bildern suchen</translation>
  </message>
  <message>
   <source>Browse for the file</source>
   <translation>Datei suchen</translation>
  </message>
  <message>
   <source>Browse for the folder</source>
   <translation>Ordner suchen</translation>
  </message>
  <message>
   <source>Browse pictures…</source>
   <translation>Bilder durchsehen…</translation>
  </message>
  <message>
   <source>Browse…</source>
   <translation>Suchen…</translation>
  </message>
  <message>
   <source>C&amp;lasses</source>
   <translation>&amp;Klassen</translation>
  </message>
  <message>
   <source>CIFAR-10</source>
   <translation>CIFAR-10</translation>
  </message>
  <message>
   <source>CIFAR-10: 50,000 photographs of 32×32 pixels, colour, in 10 classes; 170 MB to download. Source: Krizhevsky, 2009</source>
   <translation>CIFAR-10: 50.000 Fotos von 32×32 Pixeln, farbig, in 10 Klassen; 170 MB herunterzuladen. Quelle: Krizhevsky, 2009</translation>
  </message>
  <message>
   <source>Calm both players down</source>
   <translation>Beide Spieler beruhigen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel evaluation</source>
   <translation>Messung abbrechen</translation>
  </message>
  <message>
   <source>Cancelled. Choose a checkpoint or a seed to draw again.</source>
   <translation>Abgebrochen. Wählen Sie einen Checkpoint oder Seed, um neu zu zeichnen.</translation>
  </message>
  <message>
   <source>Cancelled. {n:,} are written and stay; Continue makes the rest.</source>
   <translation>Abgebrochen. {n:,} sind geschrieben und bleiben; „Weiter“ macht den Rest.</translation>
  </message>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Cannot be opened</source>
   <translation>Nicht zu öffnen</translation>
  </message>
  <message>
   <source>Caps the probability of every change where it cannot leak.</source>
   <translation>Begrenzt die Wahrscheinlichkeit jeder Veränderung so, dass nichts durchschlagen kann.</translation>
  </message>
  <message>
   <source>Carry out the first remedy of a critical alarm without being asked; everything it does is told.</source>
   <translation>Bei einem kritischen Alarm die erste Abhilfe ungefragt ausführen; alles, was dabei geschieht, wird gemeldet.</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>Zentren</translation>
  </message>
  <message>
   <source>Change brightness, saturation and contrast.</source>
   <translation>Helligkeit, Sättigung und Kontrast ändern.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Changed from {name}: {changes}.</source>
   <translation>Gegenüber {name} geändert: {changes}.</translation>
  </message>
  <message>
   <source>Changes every picture a little before D sees it, real or not, so that D cannot learn them by heart, and holds D flatter (R1).</source>
   <translation>Verändert jedes Bild ein wenig, bevor D es sieht, ob echt oder nicht, sodass D sie nicht auswendig lernen kann, und hält D flacher (R1).</translation>
  </message>
  <message>
   <source>Changes every picture a little before D sees it, real or not, so that D cannot learn them by heart. Goes back to the newest checkpoint that was well: what D knows by heart it does not forget.</source>
   <translation>Verändert jedes Bild ein wenig, bevor D es sieht, ob echt oder nicht, sodass D sie nicht auswendig lernen kann. Geht zum neuesten gesunden Checkpoint zurück: Was D auswendig weiß, vergisst es nicht.</translation>
  </message>
  <message>
   <source>Changes every picture a little before D sees it, so that no copy is worth more than something new. Goes back to the newest checkpoint that made new pictures.</source>
   <translation>Verändert jedes Bild ein wenig, bevor D es sieht, sodass keine Kopie mehr wert ist als etwas Neues. Geht zum neuesten Checkpoint zurück, der neue Bilder erzeugte.</translation>
  </message>
  <message>
   <source>Changes every picture a little before D sees it, so that no copy is worth more than something new. More data would help more.</source>
   <translation>Verändert jedes Bild ein wenig, bevor D es sieht, sodass keine Kopie mehr wert ist als etwas Neues. Mehr Daten würden mehr helfen.</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <source>Channels are never more than this.</source>
   <translation>Nie mehr Kanäle als so viele.</translation>
  </message>
  <message>
   <source>Channels at half the image's size; each halving doubles them. The paper's is 64 for 64×64.</source>
   <translation>Kanäle bei halber Bildgröße; jede Halbierung verdoppelt sie. Im Artikel 64 für 64×64.</translation>
  </message>
  <message>
   <source>Channels at the image's full size; each halving doubles them. The paper's is 64 for 256×256.</source>
   <translation>Kanäle bei voller Bildgröße; jede Halbierung verdoppelt sie. Im Artikel 64 für 256×256.</translation>
  </message>
  <message>
   <source>Channels five doublings above the base grid, at 128 pixels; coarser levels have up to 16 times as many. The paper's is 64.</source>
   <translation>Kanäle fünf Verdopplungen über dem Grundraster, bei 128 Pixeln; gröbere Ebenen haben bis zu 16-mal so viele. Im Artikel 64.</translation>
  </message>
  <message>
   <source>Channels of every stage; the paper's is 768, which needs a GPU.</source>
   <translation>Kanäle jeder Stufe; im Artikel 768, was eine GPU braucht.</translation>
  </message>
  <message>
   <source>Channels that one group of the 3×3 convolutions shares; must divide twice the width.</source>
   <translation>Kanäle, die sich eine Gruppe der 3×3-Faltungen teilt; muss die doppelte Breite teilen.</translation>
  </message>
  <message>
   <source>Channels-last memory</source>
   <translation>Channels-last-Speicher</translation>
  </message>
  <message>
   <source>Chec&amp;kpoint</source>
   <translation>&amp;Checkpoint</translation>
  </message>
  <message>
   <source>Check every file</source>
   <translation>Alle Dateien prüfen</translation>
  </message>
  <message>
   <source>Checkerboard pattern</source>
   <translation>Karomuster</translation>
  </message>
  <message>
   <source>Checkpoint #{id} at {n} kimg</source>
   <translation>Checkpoint #{id} bei {n} kimg</translation>
  </message>
  <message>
   <source>Checkpoint at least every</source>
   <translation>Checkpoint spätestens alle</translation>
  </message>
  <message>
   <source>Checkpoint every</source>
   <translation>Checkpoint alle</translation>
  </message>
  <message>
   <source>Checkpoint whose generator draws</source>
   <translation>Checkpoint, dessen Generator zeichnet</translation>
  </message>
  <message>
   <source>Checkpoint {at}</source>
   <translation>Checkpoint {at}</translation>
  </message>
  <message>
   <source>Checkpoint {checkpoint} at {place} kimg, made at the start</source>
   <translation>Checkpoint {checkpoint} bei {place} kimg, zu Beginn angelegt</translation>
  </message>
  <message>
   <source>Checkpoint {checkpoint} at {place} kimg, saved at the end</source>
   <translation>Checkpoint {checkpoint} bei {place} kimg, am Ende gespeichert</translation>
  </message>
  <message>
   <source>Checkpoint {checkpoint} at {place} kimg, saved by the clock</source>
   <translation>Checkpoint {checkpoint} bei {place} kimg, nach Zeitplan gespeichert</translation>
  </message>
  <message>
   <source>Checkpoint {checkpoint} at {place} kimg, saved on request</source>
   <translation>Checkpoint {checkpoint} bei {place} kimg, auf Wunsch gespeichert</translation>
  </message>
  <message>
   <source>Checkpoint {checkpoint} at {place} kimg, saved when the run stopped</source>
   <translation>Checkpoint {checkpoint} bei {place} kimg, beim Anhalten gespeichert</translation>
  </message>
  <message>
   <source>Checkpoint {id}</source>
   <translation>Checkpoint {id}</translation>
  </message>
  <message>
   <source>Checkpoint {id} at {images:,} images</source>
   <translation>Checkpoint {id} bei {images:,} Bildern</translation>
  </message>
  <message>
   <source>Checkpoint {id} at {kimg:g} kimg cannot be drawn: {error}</source>
   <translation>Checkpoint {id} bei {kimg:g} kimg lässt sich nicht zeichnen: {error}</translation>
  </message>
  <message>
   <source>Checkpoint {id} cannot be kept safe: {why}</source>
   <translation>Checkpoint {id} kann nicht gesichert werden: {why}</translation>
  </message>
  <message>
   <source>Checkpoint {id} deleted: {why}</source>
   <translation>Checkpoint {id} gelöscht: {why}</translation>
  </message>
  <message>
   <source>Checkpoint {id} evaluated: {figures}</source>
   <translation>Checkpoint {id} gemessen: {figures}</translation>
  </message>
  <message>
   <source>Checkpoint {id} saved as asked ({size})</source>
   <translation>Checkpoint {id} auf Wunsch gespeichert ({size})</translation>
  </message>
  <message>
   <source>Checkpoint {id} saved at the end ({size})</source>
   <translation>Checkpoint {id} am Ende gespeichert ({size})</translation>
  </message>
  <message>
   <source>Checkpoint {id} saved at the start ({size})</source>
   <translation>Checkpoint {id} zu Beginn gespeichert ({size})</translation>
  </message>
  <message>
   <source>Checkpoint {id} saved before stopping ({size})</source>
   <translation>Checkpoint {id} vor dem Anhalten gespeichert ({size})</translation>
  </message>
  <message>
   <source>Checkpoint {id} saved on schedule ({size})</source>
   <translation>Checkpoint {id} nach Plan gespeichert ({size})</translation>
  </message>
  <message>
   <source>Checkpoint {id} was given up meanwhile; restore another one in Checkpoints.</source>
   <translation>Checkpoint {id} wurde inzwischen aufgegeben; holen Sie unter „Checkpoints“ einen anderen zurück.</translation>
  </message>
  <message>
   <source>Checkpoint {number} was not measured: {reason}</source>
   <translation>Checkpoint {number} wurde nicht gemessen: {reason}</translation>
  </message>
  <message>
   <source>Checkpoint “{name}” at {n} kimg</source>
   <translation>Checkpoint „{name}“ bei {n} kimg</translation>
  </message>
  <message>
   <source>Checkpoints</source>
   <translation>Checkpoints</translation>
  </message>
  <message>
   <source>Checkpoints and export</source>
   <translation>Checkpoints und Export</translation>
  </message>
  <message>
   <source>Checkpoints to keep</source>
   <translation>Checkpoints behalten</translation>
  </message>
  <message>
   <source>Checks begin a few hundred steps into the training. From then on these words always tell how the run is.</source>
   <translation>Die Prüfungen beginnen nach einigen hundert Schritten. Von da an steht hier immer, wie es dem Lauf geht.</translation>
  </message>
  <message>
   <source>Checks take at most this share of the time while the run trains.</source>
   <translation>Prüfungen brauchen höchstens diesen Anteil der Zeit, während der Lauf trainiert.</translation>
  </message>
  <message>
   <source>Checks take {share:.1f} % of the time</source>
   <translation>Prüfungen brauchen {share:.1f} % der Zeit</translation>
  </message>
  <message>
   <source>Checks while training: what goes wrong is named the moment it begins, with what mends it. They never change the training</source>
   <translation>Prüfungen während des Trainings: Was schiefgeht, wird benannt, sobald es beginnt, samt Abhilfe. Sie verändern das Training nie</translation>
  </message>
  <message>
   <source>Chequers</source>
   <translation>Karomuster</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei wählen</translation>
  </message>
  <message>
   <source>Choose a folder of images</source>
   <translation>Ordner mit Bildern wählen</translation>
  </message>
  <message>
   <source>Choose a folder of pictures to train on</source>
   <translation>Einen Ordner mit Bildern zum Trainieren wählen</translation>
  </message>
  <message>
   <source>Choose a place for the files.</source>
   <translation>Wählen Sie einen Ort für die Dateien.</translation>
  </message>
  <message>
   <source>Choose a run to do something with it; Enter opens it, and Ctrl or Shift choose several.</source>
   <translation>Wählen Sie einen Lauf, um etwas mit ihm zu tun; die Eingabetaste öffnet ihn, Strg oder Umschalt wählen mehrere.</translation>
  </message>
  <message>
   <source>Choose a template on the Home page, or begin with your own pictures.</source>
   <translation>Wählen Sie eine Vorlage auf der Startseite oder beginnen Sie mit eigenen Bildern.</translation>
  </message>
  <message>
   <source>Choose a template on the Home page, or drop a folder of pictures on the Dataset panel. Everything that decides a run then shows here.</source>
   <translation>Wählen Sie eine Vorlage auf der Startseite oder ziehen Sie einen Ordner mit Bildern in den Bereich „Datensatz“. Dann steht hier alles, was einen Lauf bestimmt.</translation>
  </message>
  <message>
   <source>Choose a template or drop a folder of pictures, then press Train. While it trains, Pause and Stop are here too; nothing that was learned is lost.</source>
   <translation>Wählen Sie eine Vorlage, oder ziehen Sie einen Ordner mit Bildern ins Fenster, und drücken Sie „Trainieren“. Während des Trainings sind hier auch „Pausieren“ und „Anhalten“; nichts Gelerntes geht verloren.</translation>
  </message>
  <message>
   <source>Choose a template, then press Train.</source>
   <translation>Wählen Sie eine Vorlage, dann „Trainieren“.</translation>
  </message>
  <message>
   <source>Choose a zip of pictures to train on</source>
   <translation>Ein Zip mit Bildern zum Trainieren wählen</translation>
  </message>
  <message>
   <source>Choose one, or drop a folder or zip of your own pictures anywhere on this window.</source>
   <translation>Wählen Sie eine oder ziehen Sie einen Ordner oder eine Zip-Datei mit eigenen Bildern irgendwo auf dieses Fenster.</translation>
  </message>
  <message>
   <source>Choose the folder</source>
   <translation>Den Ordner wählen</translation>
  </message>
  <message>
   <source>Choose the place</source>
   <translation>Ort wählen</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Class: {name}</source>
   <translation>Klasse: {name}</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <source>Classes are ignored</source>
   <translation>Klassen werden ignoriert</translation>
  </message>
  <message>
   <source>Classes at random, or those that are ticked, one after the other</source>
   <translation>Zufällige Klassen oder die angehakten, eine nach der anderen</translation>
  </message>
  <message>
   <source>Classes to make</source>
   <translation>Klassen, die gemacht werden</translation>
  </message>
  <message>
   <source>Clear the search (Escape)</source>
   <translation>Suche leeren (Esc)</translation>
  </message>
  <message>
   <source>Click a picture, or walk through them with the arrow keys.</source>
   <translation>Klicken Sie auf ein Bild oder gehen Sie mit den Pfeiltasten durch die Bilder.</translation>
  </message>
  <message>
   <source>Clip gradients at</source>
   <translation>Gradienten kappen bei</translation>
  </message>
  <message>
   <source>Clipped, chequered and off-colour pictures</source>
   <translation>Übersteuerte, karierte und farbstichige Bilder</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close by</source>
   <translation>Nahe</translation>
  </message>
  <message>
   <source>Close by, {degrees:.0f}° away</source>
   <translation>Nahe, {degrees:.0f}° entfernt</translation>
  </message>
  <message>
   <source>Close the closer look (Esc)</source>
   <translation>Nahansicht schließen (Esc)</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>Vergleich schließen</translation>
  </message>
  <message>
   <source>Close the window; a run that trains is saved, or trains on in the background</source>
   <translation>Das Fenster schließen; ein Lauf, der trainiert, wird gespeichert oder trainiert im Hintergrund weiter</translation>
  </message>
  <message>
   <source>Close {panel}; the View menu brings it back</source>
   <translation>{panel} schließen; das Menü „Ansicht“ holt es zurück</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Coloured shapes</source>
   <translation>Bunte Formen</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Colours are missing</source>
   <translation>Farben fehlen</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Befehle…</translation>
  </message>
  <message>
   <source>Compare checkpoints</source>
   <translation>Checkpoints vergleichen</translation>
  </message>
  <message>
   <source>Compare checkpoints of {name}</source>
   <translation>Checkpoints von {name} vergleichen</translation>
  </message>
  <message>
   <source>Compare pixels by</source>
   <translation>Pixel vergleichen nach</translation>
  </message>
  <message>
   <source>Compare settings</source>
   <translation>Einstellungen vergleichen</translation>
  </message>
  <message>
   <source>Compare…</source>
   <translation>Vergleichen…</translation>
  </message>
  <message>
   <source>Comparing with the training pictures</source>
   <translation>Vergleichen mit den Trainingsbildern</translation>
  </message>
  <message>
   <source>Compile the networks</source>
   <translation>Netze kompilieren</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Rechnen auf</translation>
  </message>
  <message>
   <source>Compute that penalty every k-th step, k times as strong: it is costly.</source>
   <translation>Diese Strafe in jedem k-ten Schritt berechnen, k-mal so stark: Sie ist teuer.</translation>
  </message>
  <message>
   <source>Compute the penalty every k-th D step, k times as strong.</source>
   <translation>Die Strafe in jedem k-ten D-Schritt berechnen, k-mal so stark.</translation>
  </message>
  <message>
   <source>Constant</source>
   <translation>Konstant</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Continues from checkpoint {number} of {run}.</source>
   <translation>Setzt Checkpoint {number} von {run} fort.</translation>
  </message>
  <message>
   <source>Copied: {line}</source>
   <translation>Kopiert: {line}</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Kopien</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy as command line</source>
   <translation>Als Befehlszeile kopieren</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Details kopieren</translation>
  </message>
  <message>
   <source>Copy its picture (Ctrl+C)</source>
   <translation>Bild kopieren (Strg+C)</translation>
  </message>
  <message>
   <source>Copy lines</source>
   <translation>Zeilen kopieren</translation>
  </message>
  <message>
   <source>Copy list</source>
   <translation>Liste kopieren</translation>
  </message>
  <message>
   <source>Copy name</source>
   <translation>Namen kopieren</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>Copy table</source>
   <translation>Tabelle kopieren</translation>
  </message>
  <message>
   <source>Copy the chosen sample, or the whole picture (Ctrl+C)</source>
   <translation>Die gewählte Probe oder das ganze Bild kopieren (Strg+C)</translation>
  </message>
  <message>
   <source>Copy the line for a terminal that trains these settings</source>
   <translation>Die Befehlszeile kopieren, die mit diesen Einstellungen trainiert</translation>
  </message>
  <message>
   <source>Copy the list: {name}</source>
   <translation>Liste kopieren: {name}</translation>
  </message>
  <message>
   <source>Copy the picture of seed {seed}</source>
   <translation>Bild zu Seed {seed} kopieren</translation>
  </message>
  <message>
   <source>Copy the seed's number</source>
   <translation>Nummer des Seeds kopieren</translation>
  </message>
  <message>
   <source>Copy the selected lines, or all that are shown</source>
   <translation>Die ausgewählten Zeilen kopieren, oder alle gezeigten</translation>
  </message>
  <message>
   <source>Copy the whole grid</source>
   <translation>Ganzes Raster kopieren</translation>
  </message>
  <message>
   <source>Copy what there is to know, to paste it where you ask for help</source>
   <translation>Alles Wissenswerte kopieren, um es dort einzufügen, wo Sie um Hilfe bitten</translation>
  </message>
  <message>
   <source>Cosine</source>
   <translation>Kosinus</translation>
  </message>
  <message>
   <source>Course</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Course of the value</source>
   <translation>Verlauf des Werts</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>Abdeckung</translation>
  </message>
  <message>
   <source>Critical</source>
   <translation>Kritisch</translation>
  </message>
  <message>
   <source>Crop</source>
   <translation>Zuschneiden</translation>
  </message>
  <message>
   <source>Curves</source>
   <translation>Kurven</translation>
  </message>
  <message>
   <source>Curves of {what}</source>
   <translation>Kurven: {what}</translation>
  </message>
  <message>
   <source>Cut a hole of half the width and height.</source>
   <translation>Ein Loch von halber Breite und Höhe ausschneiden.</translation>
  </message>
  <message>
   <source>Cut-out</source>
   <translation>Ausschneiden</translation>
  </message>
  <message>
   <source>D depth</source>
   <translation>D-Tiefe</translation>
  </message>
  <message>
   <source>D is told how much so many images differ, which keeps G varied. With 0 each image is judged alone.</source>
   <translation>D erfährt, wie sehr sich so viele Bilder unterscheiden; das hält G vielfältig. Bei 0 wird jedes Bild allein beurteilt.</translation>
  </message>
  <message>
   <source>D learns at a quarter of its rate, one step for each of G's, with a stronger penalty on a steep D (R1).</source>
   <translation>D lernt mit einem Viertel seiner Rate, einen Schritt je Schritt von G, mit einer stärkeren Strafe für ein steiles D (R1).</translation>
  </message>
  <message>
   <source>D learns at a quarter of its rate. More data helps most.</source>
   <translation>D lernt mit einem Viertel seiner Rate. Am meisten helfen mehr Daten.</translation>
  </message>
  <message>
   <source>D may be too small to see what is wrong with the samples. Its size cannot change while a run trains.</source>
   <translation>D ist vielleicht zu klein, um zu sehen, was an den Proben falsch ist. Während ein Lauf trainiert, lässt sich seine Größe nicht ändern.</translation>
  </message>
  <message>
   <source>D prefers a training sample to a held-out one in a share of {auc:.2f} of the pairs (usual: 0.5, below 0.65){lag}.</source>
   <translation>D zieht in einem Anteil von {auc:.2f} der Paare das Trainingsbild dem zurückgehaltenen vor (üblich: 0,5, unter 0,65){lag}.</translation>
  </message>
  <message>
   <source>D prefers the real one in a share of {auc:.2f} of the pairs (AUC; 0.5 is guessing, usual while samples are bad: above 0.6), at precision {precision:.2f} (usual: above 0.6).</source>
   <translation>D zieht in einem Anteil von {auc:.2f} der Paare das echte Bild vor (AUC; 0,5 ist geraten, üblich bei schlechten Proben: über 0,6), bei Precision {precision:.2f} (üblich: über 0,6).</translation>
  </message>
  <message>
   <source>D prefers the real one in a share of {auc:.3f} of the pairs (AUC; usual: below {below:.2f}), and its lead is {lead} (usual: below {most}).</source>
   <translation>D zieht in einem Anteil von {auc:.3f} der Paare das echte Bild vor (AUC; üblich: unter {below:.2f}), und sein Vorsprung ist {lead} (üblich: unter {most}).</translation>
  </message>
  <message>
   <source>D steps</source>
   <translation>D-Schritte</translation>
  </message>
  <message>
   <source>D steps per G step</source>
   <translation>D-Schritte je G-Schritt</translation>
  </message>
  <message>
   <source>D takes twice as many steps for each one of G's; training is slower for it.</source>
   <translation>D macht doppelt so viele Schritte je Schritt von G; das Training wird dadurch langsamer.</translation>
  </message>
  <message>
   <source>D tells known from unknown reals</source>
   <translation>D trennt bekannte von unbekannten echten</translation>
  </message>
  <message>
   <source>D tells reals from fakes</source>
   <translation>D erkennt Fälschungen</translation>
  </message>
  <message>
   <source>D width</source>
   <translation>D-Breite</translation>
  </message>
  <message>
   <source>D's blocks</source>
   <translation>Blöcke von D</translation>
  </message>
  <message>
   <source>D's judgement</source>
   <translation>Urteil von D</translation>
  </message>
  <message>
   <source>D's lead</source>
   <translation>Vorsprung von D</translation>
  </message>
  <message>
   <source>D's lead is {size} (usual in this run: {usual})</source>
   <translation>D hat einen Vorsprung von {size} (in diesem Lauf üblich: {usual})</translation>
  </message>
  <message>
   <source>D's lead is {size} (usual: below 10)</source>
   <translation>D hat einen Vorsprung von {size} (üblich: unter 10)</translation>
  </message>
  <message>
   <source>D's map</source>
   <translation>Karte von D</translation>
  </message>
  <message>
   <source>D's map: from the colour of fake, where D is sure of that, to the colour of real</source>
   <translation>Karte von D: von der Farbe für gefälscht, wo D sich dessen sicher ist, bis zur Farbe für echt</translation>
  </message>
  <message>
   <source>D's mean output on reals − on fakes</source>
   <translation>Mittlere Ausgabe von D für echte − für gefälschte Bilder</translation>
  </message>
  <message>
   <source>D's outputs</source>
   <translation>Ausgaben von D</translation>
  </message>
  <message>
   <source>D's overfitting (r_v)</source>
   <translation>Überanpassung von D (r_v)</translation>
  </message>
  <message>
   <source>D's rate ÷ G's</source>
   <translation>Rate von D ÷ G</translation>
  </message>
  <message>
   <source>D's redrawing of reals</source>
   <translation>Rekonstruktion durch D</translation>
  </message>
  <message>
   <source>D's slope at generated samples is {size} (usual in this run: {usual})</source>
   <translation>Ds Steigung an den Proben ist {size} (in diesem Lauf üblich: {usual})</translation>
  </message>
  <message>
   <source>D's slope at real samples is {size} (usual in this run: {usual})</source>
   <translation>Ds Steigung an echten Bildern ist {size} (in diesem Lauf üblich: {usual})</translation>
  </message>
  <message>
   <source>DCGAN</source>
   <translation>DCGAN</translation>
  </message>
  <message>
   <source>DCGAN: strided 4×4 convolutions, the classic light pair for images</source>
   <translation>DCGAN: 4×4-Faltungen mit Schrittweite, das klassische leichte Paar für Bilder</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Daten</translation>
  </message>
  <message>
   <source>Data set ready: {data}, {many}</source>
   <translation>Datensatz bereit: {data}, {many}</translation>
  </message>
  <message>
   <source>Dataset</source>
   <translation>Datensatz</translation>
  </message>
  <message>
   <source>Dec</source>
   <translation>Dez.</translation>
  </message>
  <message>
   <source>Decay of the gradient's running mean; 0 suits modern GANs, .5 the DCGAN paper.</source>
   <translation>Abklingen des laufenden Gradientenmittels; 0 passt zu modernen GANs, 0,5 zum DCGAN-Artikel.</translation>
  </message>
  <message>
   <source>Decay of the squared gradient's running mean.</source>
   <translation>Abklingen des laufenden Mittels der Gradientenquadrate.</translation>
  </message>
  <message>
   <source>Decoding pictures</source>
   <translation>Bilder dekodieren</translation>
  </message>
  <message>
   <source>Decoding {name}</source>
   <translation>Dekodieren: {name}</translation>
  </message>
  <message>
   <source>Density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>Tiefe</translation>
  </message>
  <message>
   <source>Details that repeat every 2 or 4 pixels stand out {times} times as much as in the data (usual: about 1).</source>
   <translation>Details, die sich alle 2 oder 4 Pixel wiederholen, treten {times}-mal so stark hervor wie in den Daten (üblich: etwa 1).</translation>
  </message>
  <message>
   <source>DiffAugment</source>
   <translation>DiffAugment</translation>
  </message>
  <message>
   <source>DiffAugment: colours, a shift and a hole in every image; for a few hundred pictures, with any loss</source>
   <translation>DiffAugment: Farben, eine Verschiebung und ein Loch in jedem Bild; für einige Hundert Bilder, mit jedem Verlust</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Difference (L1)</source>
   <translation>Differenz (L1)</translation>
  </message>
  <message>
   <source>Digits</source>
   <translation>Ziffern</translation>
  </message>
  <message>
   <source>Digits: 1,797 handwritten digits of 8×8 pixels, grey, in 10 classes. Source: UCI Optical Recognition of Handwritten Digits, 1998</source>
   <translation>Ziffern: 1.797 handgeschriebene Ziffern von 8×8 Pixeln, grau, in 10 Klassen. Quelle: UCI Optical Recognition of Handwritten Digits, 1998</translation>
  </message>
  <message>
   <source>Disk budget</source>
   <translation>Platzbudget</translation>
  </message>
  <message>
   <source>Disk space that checkpoints and the timeline may take.</source>
   <translation>Speicherplatz, den Checkpoints und Zeitleiste belegen dürfen.</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Dismiss this notice</source>
   <translation>Diesen Hinweis schließen</translation>
  </message>
  <message>
   <source>Distance from a sample to the nearest other one ÷ the same in the data; small when samples repeat</source>
   <translation>Abstand einer Probe zur nächsten anderen ÷ dasselbe in den Daten; klein, wenn sich Proben wiederholen</translation>
  </message>
  <message>
   <source>Distance from samples to the training data ÷ from held-out data; below 1 samples are copies</source>
   <translation>Abstand der Proben zu den Trainingsdaten ÷ Abstand der zurückgehaltenen Daten zu ihnen; unter 1 sind Proben Kopien</translation>
  </message>
  <message>
   <source>Distances to nearest neighbours: variety, and whether training samples were copied</source>
   <translation>Abstände zu den nächsten Nachbarn: Vielfalt und ob Trainingsbeispiele kopiert wurden</translation>
  </message>
  <message>
   <source>Do not offer the tour again</source>
   <translation>Den Rundgang nicht mehr anbieten</translation>
  </message>
  <message>
   <source>Doctor</source>
   <translation>Doktor</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Done at {at} kimg: {title}.</source>
   <translation>Getan bei {at} kimg: {title}.</translation>
  </message>
  <message>
   <source>Doubles the planned length; rates that fall over the whole run fall more slowly.</source>
   <translation>Verdoppelt die geplante Länge; Raten, die über den ganzen Lauf fallen, fallen langsamer.</translation>
  </message>
  <message>
   <source>Download and show</source>
   <translation>Herunterladen und zeigen</translation>
  </message>
  <message>
   <source>Downloading {name}</source>
   <translation>Herunterladen: {name}</translation>
  </message>
  <message>
   <source>Draw anew</source>
   <translation>Neu ziehen</translation>
  </message>
  <message>
   <source>Draw the curves of these runs over those of the one that is shown</source>
   <translation>Die Kurven dieser Läufe über die des gezeigten zeichnen</translation>
  </message>
  <message>
   <source>Draw them again from the newest checkpoint</source>
   <translation>Mit dem neuesten Checkpoint neu erzeugen</translation>
  </message>
  <message>
   <source>Drawing (SVG)…</source>
   <translation>Zeichnung (SVG) …</translation>
  </message>
  <message>
   <source>Drawing its neighbours</source>
   <translation>Nachbarn werden erzeugt</translation>
  </message>
  <message>
   <source>Drawing…</source>
   <translation>Wird gezeichnet…</translation>
  </message>
  <message>
   <source>Drawn by checkpoint {number}, at {place} kimg, of class {name}.</source>
   <translation>Erzeugt von Checkpoint {number} bei {place} kimg, Klasse {name}.</translation>
  </message>
  <message>
   <source>Drawn by checkpoint {number}, at {place} kimg.</source>
   <translation>Erzeugt von Checkpoint {number} bei {place} kimg.</translation>
  </message>
  <message>
   <source>Drop a folder or zip of your pictures here</source>
   <translation>Ordner oder Zip mit Ihren Bildern hierher ziehen</translation>
  </message>
  <message>
   <source>Drop a folder or zip of your pictures here, or anywhere on the window. A few hundred that have something in common are a start. Or press Train now, and watch this example learn first.</source>
   <translation>Ziehen Sie einen Ordner oder eine Zip-Datei mit Ihren Bildern hierher oder irgendwo auf das Fenster. Ein paar Hundert, die etwas gemeinsam haben, sind ein Anfang. Oder drücken Sie jetzt „Trainieren“ und sehen Sie zuerst diesem Beispiel beim Lernen zu.</translation>
  </message>
  <message>
   <source>Duplicate settings</source>
   <translation>Einstellungen duplizieren</translation>
  </message>
  <message>
   <source>EMA half-life, kimg</source>
   <translation>EMA-Halbwertszeit, kimg</translation>
  </message>
  <message>
   <source>Each pair was made from two different latents, and shows nearly the same.</source>
   <translation>Jedes Paar entstand aus zwei verschiedenen latenten Vektoren und zeigt fast dasselbe.</translation>
  </message>
  <message>
   <source>Each pixel is doubled before it is convolved, which leaves no pattern and takes G longer. The networks cannot change while a run trains.</source>
   <translation>Jeder Bildpunkt wird verdoppelt, ehe gefaltet wird; das hinterlässt kein Muster, und G braucht länger. Die Netze können sich nicht ändern, während ein Lauf trainiert.</translation>
  </message>
  <message>
   <source>Each row is a check, the newest last: which parts of the data the samples came from. They wander; the reals stay.</source>
   <translation>Jede Zeile ist eine Prüfung, die neueste zuletzt: aus welchen Teilen der Daten die Proben kamen. Sie wandern; die echten Bilder bleiben.</translation>
  </message>
  <message>
   <source>Each row is a check, the newest last; the brighter, the more samples</source>
   <translation>Jede Zeile ist eine Prüfung, die neueste zuletzt; je heller, desto mehr Proben</translation>
  </message>
  <message>
   <source>Each row is a check, the newest last; the darker, the more samples</source>
   <translation>Jede Zeile ist eine Prüfung, die neueste zuletzt; je dunkler, desto mehr Proben</translation>
  </message>
  <message>
   <source>Each sample is made from few random numbers. With more of them there is room for more different samples.</source>
   <translation>Jede Probe entsteht aus wenigen Zufallszahlen. Mit mehr davon ist Platz für mehr verschiedene Proben.</translation>
  </message>
  <message>
   <source>Each sample is made from {z} random numbers. With more of them there is room for more different samples.</source>
   <translation>Jede Probe entsteht aus {z} Zufallszahlen. Mit mehr davon ist Platz für mehr verschiedene Proben.</translation>
  </message>
  <message>
   <source>Each seed is one latent, the same for both checkpoints</source>
   <translation>Jeder Seed ist ein latenter Vektor, derselbe für beide Checkpoints</translation>
  </message>
  <message>
   <source>Each seed makes one sample, always the same: 0-63, or 5, 9, 100-199</source>
   <translation>Jeder Seed gibt eine Probe, immer dieselbe: 0-63 oder 5, 9, 100-199</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Früher</translation>
  </message>
  <message>
   <source>Eight clusters on a circle: watch the generator find them all, and the discriminator's map bend around them.</source>
   <translation>Acht Haufen auf einem Kreis: zusehen, wie der Generator sie alle findet und die Karte des Diskriminators sich um sie biegt.</translation>
  </message>
  <message>
   <source>Empty parts</source>
   <translation>Leere Teile</translation>
  </message>
  <message>
   <source>End at once, without saving what came after the last checkpoint</source>
   <translation>Sofort beenden, ohne zu speichern, was nach dem letzten Checkpoint kam</translation>
  </message>
  <message>
   <source>End the tour (Esc); Help has it again</source>
   <translation>Rundgang beenden (Esc); in der Hilfe gibt es ihn wieder</translation>
  </message>
  <message>
   <source>End this work</source>
   <translation>Diese Arbeit beenden</translation>
  </message>
  <message>
   <source>Ends the run at once; the last checkpoint stays</source>
   <translation>Beendet den Lauf sofort; der letzte Checkpoint bleibt</translation>
  </message>
  <message>
   <source>Enlarge</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Enlarge without visible squares (Lanczos); the pixels are then not exactly those that the generator made</source>
   <translation>Ohne sichtbare Quadrate vergrößern (Lanczos); die Pixel sind dann nicht genau die, die der Generator gemacht hat</translation>
  </message>
  <message>
   <source>Enlarge: {title}</source>
   <translation>Vergrößern: {title}</translation>
  </message>
  <message>
   <source>Epsilon (ε)</source>
   <translation>Epsilon (ε)</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Every file can be used.</source>
   <translation>Alle Dateien sind brauchbar.</translation>
  </message>
  <message>
   <source>Every picture of the set, by class and by name, each as its file and as the networks see it</source>
   <translation>Alle Bilder des Datensatzes nach Klasse und Name, jedes als Datei und so, wie die Netze es sehen</translation>
  </message>
  <message>
   <source>Every run appears here as soon as it trains, with its picture, its state and its figures. Start with a template.</source>
   <translation>Jeder Lauf erscheint hier, sobald er trainiert, mit Bild, Zustand und Kennzahlen. Beginnen Sie mit einer Vorlage.</translation>
  </message>
  <message>
   <source>Every run in a table: search, sort, compare, queue (Ctrl+Shift+R)</source>
   <translation>Jeder Lauf in einer Tabelle: suchen, sortieren, vergleichen, einreihen (Strg+Umschalt+R)</translation>
  </message>
  <message>
   <source>Every setting of these runs, not only those that differ</source>
   <translation>Alle Einstellungen dieser Läufe, nicht nur die verschiedenen</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Examine the run</source>
   <translation>Lauf untersuchen</translation>
  </message>
  <message>
   <source>Examine the run while it trains, and raise an alarm when it begins to fail.</source>
   <translation>Den Lauf während des Trainings untersuchen und Alarm schlagen, wenn er zu scheitern beginnt.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>Export from {name}</source>
   <translation>Export aus {name}</translation>
  </message>
  <message>
   <source>Export images…</source>
   <translation>Bilder exportieren…</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>Exportieren nach</translation>
  </message>
  <message>
   <source>Export into an empty or new folder</source>
   <translation>In einen leeren oder neuen Ordner exportieren</translation>
  </message>
  <message>
   <source>Export into {name}</source>
   <translation>Exportieren nach {name}</translation>
  </message>
  <message>
   <source>Export settings</source>
   <translation>Einstellungen exportieren</translation>
  </message>
  <message>
   <source>Export settings…</source>
   <translation>Einstellungen exportieren…</translation>
  </message>
  <message numerus="yes">
   <source>Export {n:,} pictures</source>
   <extracomment>Export {n:,} picture</extracomment>
   <translation>
    <numerusform>{n:,} Bild exportieren</numerusform>
    <numerusform>{n:,} Bilder exportieren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Export {n:,} points</source>
   <extracomment>Export {n:,} point</extracomment>
   <translation>
    <numerusform>{n:,} Punkt exportieren</numerusform>
    <numerusform>{n:,} Punkte exportieren</numerusform>
   </translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>FID</source>
   <translation>FID</translation>
  </message>
  <message>
   <source>FID and its like need the published weights of Inception-v3 ({name}, {size:.1f} MB, SHA-256 {sum}). They are fetched once, from torch-fidelity's releases, checked, and kept in the studio's cache.</source>
   <translation>FID und ihresgleichen brauchen die veröffentlichten Gewichte von Inception-v3 ({name}, {size:.1f} MB, SHA-256 {sum}). Sie werden einmal von den Veröffentlichungen von torch-fidelity geholt, geprüft und im Cache des Studios behalten.</translation>
  </message>
  <message>
   <source>FID: Fréchet distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation>FID: Fréchet-Abstand von Fälschungen und echten Bildern in den 2048 Merkmalen von Inception-v3, mit torch-fidelity</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Failed at {place} kimg: {why}</source>
   <translation>Gescheitert bei {place} kimg: {why}</translation>
  </message>
  <message>
   <source>Failing</source>
   <translation>Scheitert</translation>
  </message>
  <message>
   <source>Fake</source>
   <translation>Gefälscht</translation>
  </message>
  <message>
   <source>Farther away</source>
   <translation>Weiter weg</translation>
  </message>
  <message>
   <source>Farther, {degrees:.0f}° away</source>
   <translation>Weiter weg, {degrees:.0f}° entfernt</translation>
  </message>
  <message>
   <source>Fashion-MNIST</source>
   <translation>Fashion-MNIST</translation>
  </message>
  <message>
   <source>Fashion-MNIST: 60,000 articles of clothing of 28×28 pixels, grey, in 10 classes; 31 MB to download. Source: arXiv 1708.07747</source>
   <translation>Fashion-MNIST: 60.000 Kleidungsstücke von 28×28 Pixeln, grau, in 10 Klassen; 31 MB herunterzuladen. Quelle: arXiv 1708.07747</translation>
  </message>
  <message>
   <source>FastGAN</source>
   <translation>FastGAN</translation>
  </message>
  <message>
   <source>FastGAN: learns from a few dozen pictures, because D must also redraw what it sees</source>
   <translation>FastGAN: lernt aus einigen Dutzend Bildern, weil D auch nachzeichnen muss, was es sieht</translation>
  </message>
  <message>
   <source>Faults of pictures</source>
   <translation>Bildfehler</translation>
  </message>
  <message>
   <source>Feb</source>
   <translation>Feb.</translation>
  </message>
  <message>
   <source>Fifty thousand small photographs in ten classes; fetched once (170 MB). A GPU makes it good; a laptop shows the idea.</source>
   <translation>Fünfzigtausend kleine Fotos in zehn Klassen; einmal heruntergeladen (170 MB). Mit einer GPU wird es gut; ein Laptop zeigt, worum es geht.</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Kennzahl</translation>
  </message>
  <message>
   <source>Figure of merit</source>
   <translation>Gütemaß</translation>
  </message>
  <message>
   <source>Figures of the last check</source>
   <translation>Kennzahlen der letzten Prüfung</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>File is not a zip file</source>
   <translation>es ist keine Zip-Datei</translation>
  </message>
  <message>
   <source>Files that cannot be used</source>
   <translation>Unbrauchbare Dateien</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filtern</translation>
  </message>
  <message>
   <source>Filter the log</source>
   <translation>Protokoll filtern</translation>
  </message>
  <message>
   <source>Find a setting</source>
   <translation>Einstellung suchen</translation>
  </message>
  <message>
   <source>Find anything that can be done</source>
   <translation>Alles finden, was sich tun lässt</translation>
  </message>
  <message>
   <source>Find out how good the chosen checkpoints are, where that was not measured yet, and so which one is the best</source>
   <translation>Feststellen, wie gut die gewählten Checkpoints sind, soweit das noch nicht gemessen wurde, und damit, welcher der beste ist</translation>
  </message>
  <message>
   <source>Finding the fastest settings</source>
   <translation>Schnellste Einstellungen suchen</translation>
  </message>
  <message>
   <source>Finite numbers</source>
   <translation>Endliche Zahlen</translation>
  </message>
  <message>
   <source>First checkpoint</source>
   <translation>Erster Checkpoint</translation>
  </message>
  <message>
   <source>First seed</source>
   <translation>Erster Seed</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Fit to size</source>
   <translation>Größe anpassen</translation>
  </message>
  <message>
   <source>Fit to the label</source>
   <translation>Passt zum Label</translation>
  </message>
  <message>
   <source>Fit to the panel</source>
   <translation>An den Bereich anpassen</translation>
  </message>
  <message>
   <source>Fit to the panel (0, or double click)</source>
   <translation>An den Bereich anpassen (0 oder Doppelklick)</translation>
  </message>
  <message>
   <source>Fixed for this run: branch a checkpoint into a new run to use another value.</source>
   <translation>Für diesen Lauf fest: Zweigen Sie von einem Checkpoint einen neuen Lauf ab, um einen anderen Wert zu verwenden.</translation>
  </message>
  <message>
   <source>Flips, quarter turns, shifts</source>
   <translation>Spiegeln, Vierteldrehen, Schieben</translation>
  </message>
  <message>
   <source>Float or dock {panel}</source>
   <translation>{panel} lösen oder andocken</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Folder of the runs</source>
   <translation>Ordner der Läufe</translation>
  </message>
  <message>
   <source>Folder: pictures anywhere below a folder, its sub-folders as classes</source>
   <translation>Ordner: Bilder irgendwo unter einem Ordner, die Unterordner als Klassen</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>Ordner…</translation>
  </message>
  <message>
   <source>Follow</source>
   <translation>Folgen</translation>
  </message>
  <message>
   <source>Follow D's overfitting</source>
   <translation>Überanpassung von D folgen</translation>
  </message>
  <message>
   <source>Follow the newest</source>
   <translation>Dem Neuesten folgen</translation>
  </message>
  <message>
   <source>Follow the run</source>
   <translation>Dem Lauf folgen</translation>
  </message>
  <message>
   <source>For your information</source>
   <translation>Zur Information</translation>
  </message>
  <message>
   <source>Format of the files</source>
   <translation>Format der Dateien</translation>
  </message>
  <message>
   <source>Four times D's learning rate.</source>
   <translation>Die vierfache Lernrate für D.</translation>
  </message>
  <message>
   <source>Free some space or move the run to another disk, then resume it: nothing saved before is lost.</source>
   <translation>Platz schaffen oder den Lauf auf ein anderes Laufwerk verschieben, dann fortsetzen: Nichts zuvor Gespeichertes ist verloren.</translation>
  </message>
  <message>
   <source>Fresh discriminator</source>
   <translation>Neuer Diskriminator</translation>
  </message>
  <message>
   <source>From 0 to 1 in</source>
   <translation>Von 0 auf 1 in</translation>
  </message>
  <message>
   <source>From a sample to the most similar training sample it is {times:.2f} times as far as from held-out data (usual: 1 or more, copies: below 0.7).</source>
   <translation>Von einer Probe zum ähnlichsten Trainingsbild ist es {times:.2f}-mal so weit wie von zurückgehaltenen Daten (üblich: 1 oder mehr, Kopien: unter 0,7).</translation>
  </message>
  <message>
   <source>From here on with a loss and a penalty that keep the samples varied, and players of like speed.</source>
   <translation>Von hier an mit einem Verlust und einer Strafe, die die Proben vielfältig halten, und mit gleich schnellen Spielern.</translation>
  </message>
  <message>
   <source>From here on with a loss that compares every sample with a real one, a penalty on a steep discriminator, and players of like speed.</source>
   <translation>Von hier an mit einem Verlust, der jede Probe mit einem echten Bild vergleicht, einer Strafe für einen steilen Diskriminator und gleich schnellen Spielern.</translation>
  </message>
  <message>
   <source>From left to right: {labels}.</source>
   <translation>Von links nach rechts: {labels}.</translation>
  </message>
  <message>
   <source>From {file}.</source>
   <translation>Aus {file}.</translation>
  </message>
  <message>
   <source>From {onset} kimg until {end} kimg: {what}</source>
   <translation>Von {onset} kimg bis {end} kimg: {what}</translation>
  </message>
  <message>
   <source>From {onset} kimg: {what}</source>
   <translation>Ab {onset} kimg: {what}</translation>
  </message>
  <message>
   <source>Fréchet Inception Distance: how far a large network's view of the samples lies from its view of the data. Lower is better.</source>
   <translation>Fréchet Inception Distance: wie weit das, was ein großes Netz in den Proben sieht, von dem entfernt ist, was es in den Daten sieht. Kleiner ist besser.</translation>
  </message>
  <message>
   <source>Fully connected layers: fastest for points and tiny images</source>
   <translation>Vollständig verbundene Schichten: am schnellsten für Punkte und winzige Bilder</translation>
  </message>
  <message>
   <source>G at {kimg:g} kimg</source>
   <translation>G bei {kimg:g} kimg</translation>
  </message>
  <message>
   <source>G at {kimg:g} kimg was not measured: {reason}</source>
   <translation>G bei {kimg:g} kimg wurde nicht gemessen: {reason}</translation>
  </message>
  <message>
   <source>G evaluated: {figures}</source>
   <translation>G gemessen: {figures}</translation>
  </message>
  <message>
   <source>G's gradient is {size} (usual in this run: {usual})</source>
   <translation>Gs Gradient ist {size} (in diesem Lauf üblich: {usual})</translation>
  </message>
  <message>
   <source>G's loss</source>
   <translation>Gs Verlust</translation>
  </message>
  <message>
   <source>GAN Studio met a fault of its own. The window goes on, and a run that trains goes on with it.</source>
   <translation>In GAN Studio selbst ist ein Fehler aufgetreten. Das Fenster arbeitet weiter, und ein Lauf, der trainiert, ebenso.</translation>
  </message>
  <message>
   <source>GB</source>
   <translation>GB</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>Galerie</translation>
  </message>
  <message>
   <source>Game</source>
   <translation>Spiel</translation>
  </message>
  <message>
   <source>Generated</source>
   <translation>Erzeugt</translation>
  </message>
  <message>
   <source>Generation</source>
   <translation>Erzeugung</translation>
  </message>
  <message>
   <source>Generation: z → x, with or without classes</source>
   <translation>Erzeugung: z → x, mit oder ohne Klassen</translation>
  </message>
  <message>
   <source>Give it a title.</source>
   <translation>Geben Sie ihr einen Titel.</translation>
  </message>
  <message>
   <source>Give the chosen checkpoints up; possible while nobody trains the run</source>
   <translation>Die gewählten Checkpoints aufgeben; möglich, solange niemand den Lauf trainiert</translation>
  </message>
  <message>
   <source>Give the keyboard to the newest notice</source>
   <translation>Die Tastatur auf den neuesten Hinweis richten</translation>
  </message>
  <message>
   <source>Give this checkpoint a name (F2)</source>
   <translation>Diesem Checkpoint einen Namen geben (F2)</translation>
  </message>
  <message>
   <source>Give up the measurement that is under way; training goes on</source>
   <translation>Die laufende Messung aufgeben; das Training geht weiter</translation>
  </message>
  <message>
   <source>Go back to an earlier checkpoint</source>
   <translation>Zu einem früheren Checkpoint</translation>
  </message>
  <message>
   <source>Go back to checkpoint {number} ({kimg:g} kimg) with a lower learning rate, for example a quarter of it, or a gradient penalty; going back alone may only play the same again.</source>
   <translation>Zu Checkpoint {number} ({kimg:g} kimg) zurückgehen, mit einer niedrigeren Lernrate, etwa einem Viertel, oder einer Gradientenstrafe; Zurückgehen allein wiederholt vielleicht nur dasselbe.</translation>
  </message>
  <message>
   <source>Go back to {checkpoint}, keeping the settings of now</source>
   <translation>Zu {checkpoint} zurückgehen, mit den jetzigen Einstellungen</translation>
  </message>
  <message>
   <source>Go back to {checkpoint}, with the settings it was saved with</source>
   <translation>Zu {checkpoint} zurückgehen, mit dessen Einstellungen</translation>
  </message>
  <message>
   <source>Go on with {loss}</source>
   <translation>Weiter, umgestellt auf {loss}</translation>
  </message>
  <message>
   <source>Go to the first one</source>
   <translation>Zum ersten gehen</translation>
  </message>
  <message>
   <source>Go to the newest notice</source>
   <translation>Zum neuesten Hinweis</translation>
  </message>
  <message>
   <source>Go to the onset</source>
   <translation>Zum Beginn</translation>
  </message>
  <message>
   <source>Go to {panel}</source>
   <translation>Zu {panel}</translation>
  </message>
  <message>
   <source>Goes back to the beginning and trains with a loss and a penalty that nearly always learn, and with rates that suit both players.</source>
   <translation>Geht zum Anfang zurück und trainiert mit einem Verlust und einer Strafe, die fast immer lernen, und mit Raten, die zu beiden Spielern passen.</translation>
  </message>
  <message>
   <source>Goes back to the newest checkpoint that made new samples, with a slower D.</source>
   <translation>Geht zum neuesten Checkpoint zurück, der neue Proben erzeugte, mit einem langsameren D.</translation>
  </message>
  <message>
   <source>Goes back to the newest checkpoint that was well and gives G more time from there on.</source>
   <translation>Geht zum neuesten gesunden Checkpoint zurück und lässt G von dort an mehr Zeit.</translation>
  </message>
  <message>
   <source>Goes back to the newest checkpoint that was well, and trains on with a loss and a penalty that keep the samples varied. Going back alone would only repeat what happened.</source>
   <translation>Geht zum neuesten gesunden Checkpoint zurück und trainiert mit einem Verlust und einer Strafe weiter, die die Proben vielfältig halten. Zurückgehen allein würde nur wiederholen, was geschah.</translation>
  </message>
  <message>
   <source>Goes back to where all was well, and trains on in smaller steps of which none can be too long.</source>
   <translation>Geht dorthin zurück, wo alles gut war, und trainiert in kleineren Schritten weiter, von denen keiner zu lang sein kann.</translation>
  </message>
  <message>
   <source>Gradient</source>
   <translation>Gradient</translation>
  </message>
  <message>
   <source>Gradient memory (α)</source>
   <translation>Gradientengedächtnis (α)</translation>
  </message>
  <message>
   <source>Gradient memory (β₂)</source>
   <translation>Gradientengedächtnis (β₂)</translation>
  </message>
  <message>
   <source>Gradient penalty</source>
   <translation>Gradientenstrafe</translation>
  </message>
  <message>
   <source>Gradient penalty on D: R1 on reals, R2 on fakes, both, or WGAN-GP between them.</source>
   <translation>Gradientenstrafe für D: R1 auf echten Bildern, R2 auf Fälschungen, beides oder WGAN-GP dazwischen.</translation>
  </message>
  <message>
   <source>Gradients</source>
   <translation>Gradienten</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>Gitter</translation>
  </message>
  <message>
   <source>Grid of points</source>
   <translation>Punktgitter</translation>
  </message>
  <message>
   <source>Grid size</source>
   <translation>Rastergröße</translation>
  </message>
  <message>
   <source>Grid: 25 Gaussians at {−4, −2, 0, 2, 4}², σ .05. Source: PacGAN, arXiv 1712.04086</source>
   <translation>Gitter: 25 Gauß-Verteilungen bei {−4, −2, 0, 2, 4}², σ 0,05. Quelle: PacGAN, arXiv 1712.04086</translation>
  </message>
  <message>
   <source>Group size</source>
   <translation>Gruppengröße</translation>
  </message>
  <message>
   <source>Half the rate, no momentum and a penalty on a steep discriminator: the players stop chasing each other.</source>
   <translation>Halbe Rate, kein Momentum und eine Strafe für einen steilen Diskriminator: Die Spieler hören auf, einander zu jagen.</translation>
  </message>
  <message>
   <source>Half-life</source>
   <translation>Halbwertszeit</translation>
  </message>
  <message>
   <source>Hand the run to a process of its own, which trains on when this window closes</source>
   <translation>Den Lauf einem eigenen Prozess übergeben, der weiter trainiert, wenn dieses Fenster schließt</translation>
  </message>
  <message>
   <source>Handing over {name} …</source>
   <translation>{name} wird übergeben …</translation>
  </message>
  <message>
   <source>Handwritten digits</source>
   <translation>Handgeschriebene Ziffern</translation>
  </message>
  <message>
   <source>Health of the run</source>
   <translation>Gesundheit des Laufs</translation>
  </message>
  <message>
   <source>Healthy</source>
   <translation>Gesund</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>Höhe</translation>
  </message>
  <message>
   <source>Height and width of the pictures.</source>
   <translation>Höhe und Breite der Bilder.</translation>
  </message>
  <message>
   <source>Height and width: 28 as published, or 32 with a black border, which halves more often.</source>
   <translation>Höhe und Breite: 28 wie veröffentlicht oder 32 mit schwarzem Rand, was sich öfter halbieren lässt.</translation>
  </message>
  <message>
   <source>Height of what is trained on; 0 chooses by the pictures' own sizes.</source>
   <translation>Höhe der Bilder im Training; 0 richtet sich nach den Größen der Bilder selbst.</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Help on the doctor</source>
   <translation>Hilfe zum Doktor</translation>
  </message>
  <message>
   <source>Help pages</source>
   <translation>Seiten der Hilfe</translation>
  </message>
  <message>
   <source>Help text</source>
   <translation>Text der Hilfe</translation>
  </message>
  <message>
   <source>Hidden layers of the discriminator.</source>
   <translation>Verborgene Schichten des Diskriminators.</translation>
  </message>
  <message>
   <source>Hidden layers of the generator.</source>
   <translation>Verborgene Schichten des Generators.</translation>
  </message>
  <message>
   <source>Hide details</source>
   <translation>Details verbergen</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>High quality</source>
   <translation>Hohe Qualität</translation>
  </message>
  <message>
   <source>Higher is better.</source>
   <translation>Höher ist besser.</translation>
  </message>
  <message>
   <source>Highest p</source>
   <translation>Höchstes p</translation>
  </message>
  <message>
   <source>Hinge</source>
   <translation>Hinge</translation>
  </message>
  <message>
   <source>Hinge: D stops pushing samples that lie beyond its margin</source>
   <translation>Hinge: D schiebt Proben nicht weiter, die jenseits seines Randes liegen</translation>
  </message>
  <message>
   <source>Hold D flatter</source>
   <translation>D flacher halten</translation>
  </message>
  <message>
   <source>Hold D flatter and slower</source>
   <translation>D flacher und langsamer halten</translation>
  </message>
  <message>
   <source>Hold after the present step; nothing is lost</source>
   <translation>Nach dem laufenden Schritt warten; nichts geht verloren</translation>
  </message>
  <message>
   <source>Hold training</source>
   <translation>Training pausieren</translation>
  </message>
  <message>
   <source>Holds training, so that nothing more is lost while you look around. Resume goes on.</source>
   <translation>Hält das Training an, damit nichts weiter verloren geht, während Sie sich umsehen. Mit „Fortsetzen“ geht es weiter.</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Startseite</translation>
  </message>
  <message>
   <source>Hopping</source>
   <translation>Springen</translation>
  </message>
  <message>
   <source>How G doubles the size. transposed: by a transposed convolution, as the paper; nearest: each pixel is doubled and then convolved, which leaves no checkerboard and takes G longer.</source>
   <translation>Wie G die Größe verdoppelt. transposed: durch eine transponierte Faltung, wie in der Arbeit; nearest: jeder Bildpunkt wird verdoppelt und dann gefaltet, was kein Schachbrett hinterlässt und G länger dauert.</translation>
  </message>
  <message>
   <source>How R1 and R2 are found. gradient: exactly. difference: from how D answers to a slightly disturbed image, which is faster and right on average, but noisier; not with an augmentation.</source>
   <translation>Wie R1 und R2 bestimmt werden. gradient: exakt. difference: daraus, wie D auf ein leicht gestörtes Bild antwortet; das ist schneller und im Mittel richtig, aber verrauschter; nicht mit einer Augmentierung.</translation>
  </message>
  <message>
   <source>How a run is stands here in one sentence, and each failure the moment it begins: what shows it, and a button that mends it.</source>
   <translation>Hier steht in einem Satz, wie es einem Lauf geht, und jedes Scheitern, sobald es beginnt: woran man es sieht, und eine Schaltfläche, die es behebt.</translation>
  </message>
  <message>
   <source>How both players follow their gradients</source>
   <translation>Wie beide Spieler ihren Gradienten folgen</translation>
  </message>
  <message>
   <source>How clearly real pictures look like one class: what the samples' value is compared with.</source>
   <translation>Wie deutlich echte Bilder nach einer Klasse aussehen: damit wird der Wert der Proben verglichen.</translation>
  </message>
  <message>
   <source>How clearly the samples look like one class. Higher is better.</source>
   <translation>Wie deutlich die Proben nach einer Klasse aussehen. Größer ist besser.</translation>
  </message>
  <message>
   <source>How dense the real and the fake points lie, each in its colour: a smoothed histogram</source>
   <translation>Wie dicht die echten und die gefälschten Punkte liegen, je in ihrer Farbe: ein geglättetes Histogramm</translation>
  </message>
  <message>
   <source>How evenly the samples lie over the parts of the data</source>
   <translation>Wie gleichmäßig sich die Proben über die Teile der Daten verteilen</translation>
  </message>
  <message>
   <source>How far apart D puts reals and fakes, and how strongly each network is driven</source>
   <translation>Wie weit D Echtes und Fälschungen trennt und wie stark jedes Netz getrieben wird</translation>
  </message>
  <message>
   <source>How far the average and the spread of simple features lie from the data's. Lower is better. It is not FID.</source>
   <translation>Wie weit Mittel und Streuung einfacher Merkmale von denen der Daten entfernt sind. Kleiner ist besser. Es ist nicht die FID.</translation>
  </message>
  <message>
   <source>How far the difference looks: standard deviation of the disturbance; images span −1 to 1. Nearer is truer on average and much noisier.</source>
   <translation>Wie weit die Differenz blickt: Standardabweichung der Störung; Bilder reichen von −1 bis 1. Näher ist im Mittel genauer und viel verrauschter.</translation>
  </message>
  <message>
   <source>How far the mean colour is off, in standard deviations between pictures</source>
   <translation>Wie weit die mittlere Farbe abweicht, in Standardabweichungen zwischen Bildern</translation>
  </message>
  <message>
   <source>How far the preparation is</source>
   <translation>Wie weit die Vorbereitung ist</translation>
  </message>
  <message>
   <source>How far the samples lie from each other, by the data's own measure. Near 1 is best; low means that they repeat.</source>
   <translation>Wie weit die Proben auseinanderliegen, am Maß der Daten selbst. Nahe 1 ist am besten; niedrig heißt, dass sie sich wiederholen.</translation>
  </message>
  <message>
   <source>How far the samples lie from the training data, by the held-out reals' measure. Near 1 is best; low means that they are copied.</source>
   <translation>Wie weit die Proben von den Trainingsdaten entfernt liegen, am Maß der zurückgehaltenen echten. Nahe 1 ist am besten; niedrig heißt, dass sie abgeschrieben sind.</translation>
  </message>
  <message>
   <source>How far the samples' shares of the parts are from the data's; 1 is chance</source>
   <translation>Wie weit die Anteile der Proben an den Teilen von denen der Daten abweichen; 1 ist Zufall</translation>
  </message>
  <message>
   <source>How far the samples' simple features lie from the data's, fair to few samples. Lower is better, about 0 is perfect. It is not KID.</source>
   <translation>Wie weit einfache Merkmale der Proben von denen der Daten entfernt sind, fair auch bei wenigen Proben. Kleiner ist besser, etwa 0 ist vollkommen. Es ist nicht die KID.</translation>
  </message>
  <message>
   <source>How images are changed before D sees them</source>
   <translation>Wie Bilder verändert werden, bevor D sie sieht</translation>
  </message>
  <message>
   <source>How long, how much at a time, and where</source>
   <translation>Wie lange, wie viel auf einmal und wo</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>How many latents are drawn with either</source>
   <translation>Wie viele latente Vektoren mit jedem gezeichnet werden</translation>
  </message>
  <message>
   <source>How many of the data's classes the samples show. Higher is better.</source>
   <translation>Wie viele Klassen der Daten die Proben zeigen. Größer ist besser.</translation>
  </message>
  <message>
   <source>How many of the data's groups the samples show. Higher is better.</source>
   <translation>Wie viele Gruppen der Daten die Proben zeigen. Größer ist besser.</translation>
  </message>
  <message>
   <source>How many pictures are stacked, once, before training.</source>
   <translation>Wie viele Bilder vor dem Training einmal gestapelt werden.</translation>
  </message>
  <message>
   <source>How many points are drawn, once, before training.</source>
   <translation>Wie viele Punkte vor dem Training einmal gezogen werden.</translation>
  </message>
  <message>
   <source>How many remedies the autopilot tries in this run before it leaves it alone.</source>
   <translation>Wie viele Abhilfen der Autopilot in diesem Lauf versucht, bevor er ihn in Ruhe lässt.</translation>
  </message>
  <message>
   <source>How many samples are shown: fewer are larger</source>
   <translation>Wie viele Proben gezeigt werden: weniger sind größer</translation>
  </message>
  <message>
   <source>How many samples; the seeds below follow</source>
   <translation>Wie viele Proben; die Seeds darunter folgen</translation>
  </message>
  <message>
   <source>How much KID differs between parts of the samples.</source>
   <translation>Wie sehr sich die KID zwischen Teilen der Proben unterscheidet.</translation>
  </message>
  <message>
   <source>How much a sample changes with its label, beside with its latent</source>
   <translation>Wie stark sich eine Probe mit ihrem Label ändert, verglichen mit ihrem latenten Vektor</translation>
  </message>
  <message>
   <source>How much less D believes held-out reals, on the way from training reals to fakes</source>
   <translation>Wie viel weniger D zurückgehaltenen echten Bildern glaubt, auf dem Weg von Trainingsbildern zu Fälschungen</translation>
  </message>
  <message>
   <source>How much of the data's variety the samples have, and how many of them look like data</source>
   <translation>Wie viel von der Vielfalt der Daten die Proben haben und wie viele von ihnen wie Daten aussehen</translation>
  </message>
  <message>
   <source>How much of the mean path length each penalty keeps.</source>
   <translation>Wie viel von der mittleren Pfadlänge jede Strafe behält.</translation>
  </message>
  <message>
   <source>How much of the picture is the first checkpoint's; the line in the picture can be dragged, too</source>
   <translation>Wie viel vom Bild der erste Checkpoint zeigt; auch die Linie im Bild lässt sich ziehen</translation>
  </message>
  <message>
   <source>How much of the run each point of a thick curve averages; 0 shows each number as it was measured</source>
   <translation>Über wie viel vom Lauf jeder Punkt einer dicken Kurve mittelt; 0 zeigt jede Zahl, wie sie gemessen wurde</translation>
  </message>
  <message>
   <source>How much redrawing the reals counts in D's loss; 0 leaves it out.</source>
   <translation>Wie viel das Nachzeichnen echter Bilder im Verlust von D zählt; 0 lässt es weg.</translation>
  </message>
  <message>
   <source>How much samples of one class differ ÷ how much the data do</source>
   <translation>Wie sehr sich Proben einer Klasse unterscheiden ÷ wie sehr die Daten</translation>
  </message>
  <message>
   <source>How much the samples moved from part to part since the last check</source>
   <translation>Wie stark die Proben seit der letzten Prüfung von Teil zu Teil gewandert sind</translation>
  </message>
  <message>
   <source>How often a sample looks like the class asked for, beside how often real ones do</source>
   <translation>Wie oft eine Probe nach der verlangten Klasse aussieht, verglichen mit echten Bildern</translation>
  </message>
  <message>
   <source>How often a sample shows the class that it was asked for. Higher is better.</source>
   <translation>Wie oft eine Probe die verlangte Klasse zeigt. Größer ist besser.</translation>
  </message>
  <message>
   <source>How often each part of the data is made</source>
   <translation>Wie oft jeder Teil der Daten erzeugt wird</translation>
  </message>
  <message>
   <source>How often images are changed before D sees them, and how surely D knows the real ones</source>
   <translation>Wie oft Bilder verändert werden, bevor D sie sieht, und wie sicher D die echten erkennt</translation>
  </message>
  <message>
   <source>How often real digits are read rightly: how far the number of modes can be trusted.</source>
   <translation>Wie oft echte Ziffern richtig gelesen werden: wie weit der Zahl der Modi zu trauen ist.</translation>
  </message>
  <message>
   <source>How often real pictures are classed rightly: how far these figures can be trusted.</source>
   <translation>Wie oft echte Bilder richtig eingeordnet werden: wie weit diesen Kennzahlen zu trauen ist.</translation>
  </message>
  <message>
   <source>How often the most similar other picture of the data has the same label</source>
   <translation>Wie oft das ähnlichste andere Bild der Daten dasselbe Label hat</translation>
  </message>
  <message>
   <source>How probable D holds it that a point at each place is real</source>
   <translation>Für wie wahrscheinlich D es hält, dass ein Punkt an jeder Stelle echt ist</translation>
  </message>
  <message>
   <source>How real D finds real samples and fakes; the band goes from the smallest to the largest</source>
   <translation>Für wie echt D echte Bilder und Fälschungen hält; das Band reicht vom kleinsten bis zum größten Wert</translation>
  </message>
  <message>
   <source>How real the discriminator finds them, from fake (left) to real (right). Where two hills lie apart it is sure of itself; in a fair game they overlap.</source>
   <translation>Wie echt der Diskriminator sie findet, von falsch (links) bis echt (rechts). Liegen zwei Hügel auseinander, ist er sich sicher; in einem fairen Spiel überlappen sie sich.</translation>
  </message>
  <message>
   <source>How redrawn pixels are compared: l1 by the difference, mse by its square.</source>
   <translation>Wie nachgezeichnete Pixel verglichen werden: l1 nach der Differenz, mse nach ihrem Quadrat.</translation>
  </message>
  <message>
   <source>How steep D is, at real samples (R1), at fakes (R2) or between them (GP)</source>
   <translation>Wie steil D ist: an echten Bildern (R1), an Fälschungen (R2) oder dazwischen (GP)</translation>
  </message>
  <message>
   <source>How strongly each network is being changed</source>
   <translation>Wie stark jedes Netz gerade verändert wird</translation>
  </message>
  <message>
   <source>How sure the φ-MMD is: about so much it would differ with other samples.</source>
   <translation>Wie sicher die φ-MMD ist: Etwa so viel würde sie sich mit anderen Proben ändern.</translation>
  </message>
  <message>
   <source>How the two networks do against each other: the generator (G), which makes pictures, and the discriminator (D), which judges whether a picture is real or made. Neither should win for good.</source>
   <translation>Wie sich die beiden Netze gegeneinander schlagen: der Generator (G), der Bilder macht, und der Diskriminator (D), der urteilt, ob ein Bild echt oder gemacht ist. Keiner sollte auf Dauer gewinnen.</translation>
  </message>
  <message>
   <source>How the value moves over the run; it holds its end afterwards.</source>
   <translation>Wie sich der Wert im Lauf bewegt; danach behält er sein Ende.</translation>
  </message>
  <message>
   <source>How thickly reals surround the samples: quality. Higher is better, about 1 is perfect.</source>
   <translation>Wie dicht echte die Proben umgeben: Qualität. Größer ist besser, etwa 1 ist vollkommen.</translation>
  </message>
  <message>
   <source>How unevenly the samples fill the data's groups. Lower is better.</source>
   <translation>Wie ungleich die Proben die Gruppen der Daten füllen. Kleiner ist besser.</translation>
  </message>
  <message>
   <source>How well the discriminator tells reals from fakes, and what it knows by heart</source>
   <translation>Wie gut der Diskriminator Echtes von Fälschungen unterscheidet und was er auswendig kennt</translation>
  </message>
  <message>
   <source>How wide the narrowest group is, by the data's own measure. Near 1 is best.</source>
   <translation>Wie breit die engste Gruppe ist, am Maß der Daten selbst. Nahe 1 ist am besten.</translation>
  </message>
  <message>
   <source>How wide the widest group is, by the data's own measure. Near 1 is best.</source>
   <translation>Wie breit die weiteste Gruppe ist, am Maß der Daten selbst. Nahe 1 ist am besten.</translation>
  </message>
  <message>
   <source>Hyperparameters</source>
   <translation>Hyperparameter</translation>
  </message>
  <message>
   <source>Images after which an old weight counts half; 0 keeps no average.</source>
   <translation>Bilder, nach denen ein altes Gewicht halb zählt; bei 0 wird nicht gemittelt.</translation>
  </message>
  <message>
   <source>Images at once</source>
   <translation>Bilder auf einmal</translation>
  </message>
  <message>
   <source>Images compared at a time</source>
   <translation>Gemeinsam verglichene Bilder</translation>
  </message>
  <message>
   <source>Images in one step; larger is steadier and slower.</source>
   <translation>Bilder in einem Schritt; mehr ist ruhiger und langsamer.</translation>
  </message>
  <message>
   <source>Images that pass at once; 0 passes the batch whole, or in as few parts as the memory asks for. Without batch statistics the result is the same.</source>
   <translation>Bilder, die auf einmal durchlaufen; 0 nimmt den ganzen Batch oder so wenige Teile, wie der Speicher verlangt. Ohne Batch-Statistik ist das Ergebnis dasselbe.</translation>
  </message>
  <message>
   <source>Import settings</source>
   <translation>Einstellungen importieren</translation>
  </message>
  <message>
   <source>Import settings…</source>
   <translation>Einstellungen importieren…</translation>
  </message>
  <message>
   <source>Improved precision and recall in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation>Verbesserte Precision und Recall in den 2048 Merkmalen von Inception-v3, mit torch-fidelity</translation>
  </message>
  <message>
   <source>In each pair, from left to right: {labels}.</source>
   <translation>In jedem Paar, von links nach rechts: {labels}.</translation>
  </message>
  <message>
   <source>In the order in which they train: Alt+Up and Alt+Down move one, Delete takes it out</source>
   <translation>In der Reihenfolge, in der sie trainieren: Alt+Hoch und Alt+Herunter verschieben einen, Entf nimmt ihn heraus</translation>
  </message>
  <message>
   <source>In trouble</source>
   <translation>In Schwierigkeiten</translation>
  </message>
  <message>
   <source>In what the settings of these runs differ; choose two or more</source>
   <translation>Worin sich die Einstellungen dieser Läufe unterscheiden; wählen Sie zwei oder mehr</translation>
  </message>
  <message>
   <source>Inception precision</source>
   <translation>Inception-Precision</translation>
  </message>
  <message>
   <source>Inception recall</source>
   <translation>Inception-Recall</translation>
  </message>
  <message>
   <source>Instance noise</source>
   <translation>Instanzrauschen</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Into a folder or a zip file</source>
   <translation>Als Ordner oder Zip-Datei</translation>
  </message>
  <message>
   <source>It can train on in a process of its own, without the window, or be saved now and resumed any day.</source>
   <translation>Der Lauf kann ohne das Fenster in einem eigenen Prozess weiter trainieren, oder er wird jetzt gespeichert und lässt sich jederzeit fortsetzen.</translation>
  </message>
  <message>
   <source>It has not trained yet. Press Resume: its losses and other numbers appear here.</source>
   <translation>Er hat noch nicht trainiert. Drücken Sie Fortsetzen: Seine Verluste und andere Zahlen erscheinen hier.</translation>
  </message>
  <message numerus="yes">
   <source>It holds {n} things that are unknown to this version and left out: {names}.</source>
   <extracomment>It holds one thing that is unknown to this version and left out: {names}.</extracomment>
   <translation>
    <numerusform>Die Datei enthält etwas, das diese Version nicht kennt und weglässt: {names}.</numerusform>
    <numerusform>Die Datei enthält {n} Dinge, die diese Version nicht kennt und weglässt: {names}.</numerusform>
   </translation>
  </message>
  <message>
   <source>It looks at the run while it trains. When something begins to fail it says what, shows why, and mends it at one press.</source>
   <translation>Er sieht sich den Lauf an, während er trainiert. Läuft etwas schief, sagt er, was, zeigt, warum, und behebt es auf Knopfdruck.</translation>
  </message>
  <message>
   <source>It may be a copy: the nearest lies at {ratio:.2f} times the distance that is usual for a new picture.</source>
   <translation>Möglicherweise eine Kopie: Das nächste Bild liegt beim {ratio:.2f}-Fachen des Abstands, der für ein neues Bild üblich ist.</translation>
  </message>
  <message>
   <source>It takes effect between two steps and is written into the run's history.</source>
   <translation>Es wirkt zwischen zwei Schritten und wird in die Geschichte des Laufs geschrieben.</translation>
  </message>
  <message>
   <source>It trains from the start, not from the checkpoint.</source>
   <translation>Er trainiert von Anfang an, nicht ab dem Checkpoint.</translation>
  </message>
  <message>
   <source>Its file is not in the run's folder any more.</source>
   <translation>Seine Datei ist nicht mehr im Ordner des Laufs.</translation>
  </message>
  <message>
   <source>Its files in the file manager</source>
   <translation>Seine Dateien im Dateimanager</translation>
  </message>
  <message>
   <source>Its last words:</source>
   <translation>Seine letzten Worte:</translation>
  </message>
  <message>
   <source>Its latent is drawn from seed {seed}, here and in every export.</source>
   <translation>Der latente Vektor wird aus Seed {seed} gezogen, hier und bei jedem Export.</translation>
  </message>
  <message>
   <source>Its outputs may be stuck at the ends of their range</source>
   <translation>Seine Ausgaben hängen vielleicht an den Enden ihres Bereichs fest</translation>
  </message>
  <message>
   <source>Its outputs may be stuck at the ends of their range, or the discriminator may have become flat</source>
   <translation>Seine Ausgaben hängen vielleicht an den Enden ihres Bereichs fest, oder der Diskriminator ist flach geworden</translation>
  </message>
  <message>
   <source>Its past is no longer in the run's folder.</source>
   <translation>Die Vergangenheit ist nicht mehr im Ordner des Laufs.</translation>
  </message>
  <message>
   <source>Its report says where. Copy it when you tell of the fault.</source>
   <translation>Der Bericht sagt, wo. Kopieren Sie ihn, wenn Sie den Fehler melden.</translation>
  </message>
  <message>
   <source>JPEG, smallest</source>
   <translation>JPEG, am kleinsten</translation>
  </message>
  <message>
   <source>Jan</source>
   <translation>Jan.</translation>
  </message>
  <message>
   <source>Jul</source>
   <translation>Juli</translation>
  </message>
  <message>
   <source>Jun</source>
   <translation>Juni</translation>
  </message>
  <message>
   <source>KID</source>
   <translation>KID</translation>
  </message>
  <message>
   <source>KID std</source>
   <translation>KID-Streuung</translation>
  </message>
  <message>
   <source>KID: kernel distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation>KID: Kernabstand von Fälschungen und echten Bildern in den 2048 Merkmalen von Inception-v3, mit torch-fidelity</translation>
  </message>
  <message>
   <source>Keep nothing</source>
   <translation>Nichts speichern</translation>
  </message>
  <message>
   <source>Keep the machine awake while training</source>
   <translation>Rechner beim Training wach halten</translation>
  </message>
  <message>
   <source>Keep the template</source>
   <translation>Vorlage speichern</translation>
  </message>
  <message>
   <source>Keep these settings</source>
   <translation>Diese Einstellungen behalten</translation>
  </message>
  <message>
   <source>Keep these settings as a template of your own</source>
   <translation>Diese Einstellungen als eigene Vorlage behalten</translation>
  </message>
  <message>
   <source>Keep this checkpoint whatever the budget</source>
   <translation>Diesen Checkpoint behalten, gleich wie voll das Budget ist</translation>
  </message>
  <message>
   <source>Keep training</source>
   <translation>Weitertrainieren</translation>
  </message>
  <message>
   <source>Keep training in the background</source>
   <translation>Im Hintergrund weiter trainieren</translation>
  </message>
  <message>
   <source>Keeps the generator as it is. A new discriminator has no memory of what fooled the old one.</source>
   <translation>Lässt den Generator, wie er ist. Ein neuer Diskriminator erinnert sich nicht an das, was den alten getäuscht hat.</translation>
  </message>
  <message>
   <source>Kernel Inception Distance: as FID, fair to few samples. Lower is better, about 0 is perfect.</source>
   <translation>Kernel Inception Distance: wie die FID, fair auch bei wenigen Proben. Kleiner ist besser, etwa 0 ist vollkommen.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Kinds of samples (RKE) are {variety:.2f} of the data's (usual: above {usual:.2f}){near}.</source>
   <translation>Die Arten von Proben (RKE) sind das {variety:.2f}-Fache der Daten (üblich: über {usual:.2f}){near}.</translation>
  </message>
  <message>
   <source>Label smoothing</source>
   <translation>Label-Glättung</translation>
  </message>
  <message>
   <source>Label told by the data</source>
   <translation>Label aus den Daten ersichtlich</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Language from the next start on</source>
   <translation>Sprache ab dem nächsten Start</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Größer</translation>
  </message>
  <message>
   <source>Larger (+, or turn the wheel)</source>
   <translation>Größer (+ oder Mausrad)</translation>
  </message>
  <message>
   <source>Largest first</source>
   <translation>Größte zuerst</translation>
  </message>
  <message>
   <source>Largest fp16 value</source>
   <translation>Größter fp16-Wert</translation>
  </message>
  <message>
   <source>Largest value in a layer where numbers are fp16, which has little range.</source>
   <translation>Größter Wert in einer Schicht, wo Zahlen fp16 sind, das wenig Spielraum hat.</translation>
  </message>
  <message>
   <source>Latent numbers (z)</source>
   <translation>Latente Zahlen (z)</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Lay the curves of other runs over these, by kimg or by time as these are</source>
   <translation>Kurven anderer Läufe über diese legen, wie diese nach kimg oder nach Zeit</translation>
  </message>
  <message>
   <source>Layers of the mapping network</source>
   <translation>Schichten des Mapping-Netzes</translation>
  </message>
  <message>
   <source>Layers of the mapping network from z to the style; 2 for small images, 8 in the paper.</source>
   <translation>Schichten des Mapping-Netzes von z zum Stil; 2 für kleine Bilder, 8 im Artikel.</translation>
  </message>
  <message>
   <source>Leaky slope</source>
   <translation>Leaky-Steigung</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>Lernrate</translation>
  </message>
  <message>
   <source>Learning rate of the generator, and of the discriminator times the ratio below.</source>
   <translation>Lernrate des Generators und, mal dem Verhältnis darunter, des Diskriminators.</translation>
  </message>
  <message>
   <source>Learning rates</source>
   <translation>Lernraten</translation>
  </message>
  <message>
   <source>Least squares</source>
   <translation>Kleinste Quadrate</translation>
  </message>
  <message>
   <source>Least squares (LSGAN): D regresses 1 for real and 0 for fake</source>
   <translation>Kleinste Quadrate (LSGAN): D schätzt 1 für echt und 0 für gefälscht</translation>
  </message>
  <message>
   <source>Leave colours alone</source>
   <translation>Farben unverändert lassen</translation>
  </message>
  <message>
   <source>Leave everything as it was</source>
   <translation>Alles lassen, wie es war</translation>
  </message>
  <message>
   <source>Left and right move the line between the two checkpoints, plus and minus zoom, 0 fits.</source>
   <translation>Links und rechts verschieben die Linie zwischen den beiden Checkpoints, Plus und Minus zoomen, 0 passt ein.</translation>
  </message>
  <message>
   <source>Left: pictures of your data of which the samples have lost the kind. Right of each: the sample that comes nearest to it.</source>
   <translation>Links: Bilder Ihrer Daten, deren Art den Proben abhandengekommen ist. Rechts daneben: die Probe, die ihnen am nächsten kommt.</translation>
  </message>
  <message>
   <source>Left: samples. Right of each: the training picture that it repeats.</source>
   <translation>Links: Proben. Rechts daneben: das Trainingsbild, das sie wiederholen.</translation>
  </message>
  <message>
   <source>Length of the run</source>
   <translation>Länge des Laufs</translation>
  </message>
  <message>
   <source>Length of the run in thousand real images shown to D.</source>
   <translation>Länge des Laufs in Tausend echten Bildern, die D sieht.</translation>
  </message>
  <message>
   <source>Length of the shortest of these waves, in units of the data; the longest are a hundred times as long.</source>
   <translation>Länge der kürzesten dieser Wellen in Einheiten der Daten; die längsten sind hundertmal so lang.</translation>
  </message>
  <message>
   <source>Let D learn faster</source>
   <translation>D schneller lernen lassen</translation>
  </message>
  <message>
   <source>Let p follow how well D knows the real images by heart; needs a loss whose D says real above 0.</source>
   <translation>p folgt dem, wie gut D die echten Bilder auswendig kennt; braucht einen Verlust, bei dem D über 0 echt meint.</translation>
  </message>
  <message>
   <source>Let these runs train one after another</source>
   <translation>Diese Läufe nacheinander trainieren lassen</translation>
  </message>
  <message>
   <source>Let this run, or a new one with these settings, train when its turn has come</source>
   <translation>Diesen Lauf, oder einen neuen mit diesen Einstellungen, trainieren, sobald er an der Reihe ist</translation>
  </message>
  <message>
   <source>Let torch compile the networks where no penalty differentiates twice; it takes a minute at the start and needs a compiler.</source>
   <translation>torch kompiliert die Netze, wo keine Strafe zweimal ableitet; das dauert am Anfang eine Minute und braucht einen Compiler.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light or dark as the desktop is</source>
   <translation>Hell oder dunkel, wie die Arbeitsfläche ist</translation>
  </message>
  <message>
   <source>Light or dark, or as the desktop is</source>
   <translation>Hell oder dunkel, oder wie die Arbeitsfläche ist</translation>
  </message>
  <message>
   <source>Line between the two checkpoints</source>
   <translation>Linie zwischen den beiden Checkpoints</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>Linear</translation>
  </message>
  <message>
   <source>Lists the pages that have all of these words; Return goes to the next place (Ctrl+F)</source>
   <translation>Zeigt die Seiten, auf denen alle diese Wörter stehen; die Eingabetaste geht zur nächsten Stelle (Strg+F)</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>Live</translation>
  </message>
  <message>
   <source>Live, {place} kimg</source>
   <translation>Live, {place} kimg</translation>
  </message>
  <message>
   <source>Loading the engine…</source>
   <translation>Rechenkern wird geladen…</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Log</source>
   <comment>logarithmic</comment>
   <translation>Log</translation>
  </message>
  <message>
   <source>Log axis</source>
   <translation>Log-Achse</translation>
  </message>
  <message>
   <source>Longer gradients are shortened to this norm, each player's by itself; 0 leaves them.</source>
   <translation>Längere Gradienten werden auf diese Norm gekürzt, bei jedem Spieler für sich; 0 lässt sie.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal öffnen</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Look closer at seed {seed}</source>
   <translation>Seed {seed} näher ansehen</translation>
  </message>
  <message>
   <source>Look into the folder again</source>
   <translation>Noch einmal in den Ordner sehen</translation>
  </message>
  <message>
   <source>Look them up again</source>
   <translation>Erneut suchen</translation>
  </message>
  <message>
   <source>Looking at sizes</source>
   <translation>Größen ansehen</translation>
  </message>
  <message>
   <source>Looking at what is there</source>
   <translation>Nachsehen, was da ist</translation>
  </message>
  <message>
   <source>Looking for pictures</source>
   <translation>Bilder suchen</translation>
  </message>
  <message>
   <source>Looks at every file, decodes what is new or changed, and lists what cannot be used; your files stay as they are</source>
   <translation>Jede Datei ansehen, Neues und Geändertes dekodieren und Unbrauchbares auflisten; Ihre Dateien bleiben, wie sie sind</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Losses</source>
   <translation>Verluste</translation>
  </message>
  <message>
   <source>Losses and other numbers of a run appear here while it trains. Choose a template or your own pictures, then press Train.</source>
   <translation>Verluste und andere Zahlen eines Laufs erscheinen hier, während er trainiert. Wählen Sie eine Vorlage oder eigene Bilder und drücken Sie „Trainieren“.</translation>
  </message>
  <message>
   <source>Low variety</source>
   <translation>Geringe Vielfalt</translation>
  </message>
  <message>
   <source>Lower is better.</source>
   <translation>Niedriger ist besser.</translation>
  </message>
  <message>
   <source>Lower training.batch from {batch} to {half}, or the network's width, or the resolution; then start or resume.</source>
   <translation>training.batch von {batch} auf {half} senken oder die Breite des Netzes oder die Auflösung; dann starten oder fortsetzen.</translation>
  </message>
  <message>
   <source>MNIST</source>
   <translation>MNIST</translation>
  </message>
  <message>
   <source>MNIST: 60,000 handwritten digits of 28×28 pixels, grey, in 10 classes; 10 MB to download. Source: LeCun et al., 1998</source>
   <translation>MNIST: 60.000 handgeschriebene Ziffern von 28×28 Pixeln, grau, in 10 Klassen; 10 MB herunterzuladen. Quelle: LeCun u. a., 1998</translation>
  </message>
  <message>
   <source>Make images with this checkpoint</source>
   <translation>Bilder mit diesem Checkpoint machen</translation>
  </message>
  <message>
   <source>Make the samples and write the files</source>
   <translation>Proben machen und Dateien schreiben</translation>
  </message>
  <message>
   <source>Mapping's rate ÷ the rest's</source>
   <translation>Rate des Mappings ÷ übrige</translation>
  </message>
  <message>
   <source>Mar</source>
   <translation>März</translation>
  </message>
  <message>
   <source>Max width</source>
   <translation>Größte Breite</translation>
  </message>
  <message>
   <source>May</source>
   <translation>Mai</translation>
  </message>
  <message>
   <source>May be changed while training.</source>
   <translation>Kann während des Trainings geändert werden.</translation>
  </message>
  <message>
   <source>Mean distance between samples ÷ between data; near 0 all samples are alike</source>
   <translation>Mittlerer Abstand zwischen Proben ÷ zwischen Daten; nahe 0 sind alle Proben gleich</translation>
  </message>
  <message>
   <source>Mean norm of D's gradient at fakes</source>
   <translation>Mittlere Norm des Gradienten von D bei Fälschungen</translation>
  </message>
  <message>
   <source>Mean norm of D's gradient at reals</source>
   <translation>Mittlere Norm des Gradienten von D bei echten Bildern</translation>
  </message>
  <message>
   <source>Measure checkpoints</source>
   <translation>Checkpoints messen</translation>
  </message>
  <message>
   <source>Measure each checkpoint after it was saved, beside training, so that the best one is known.</source>
   <translation>Jeden Checkpoint nach dem Speichern messen, neben dem Training, damit der beste bekannt ist.</translation>
  </message>
  <message>
   <source>Measure every</source>
   <translation>Messen alle</translation>
  </message>
  <message>
   <source>Measure now</source>
   <translation>Jetzt messen</translation>
  </message>
  <message>
   <source>Measure the averaged G every so many kimg too; 0 measures checkpoints alone.</source>
   <translation>Auch den gemittelten G alle so viele kimg messen; 0 misst nur Checkpoints.</translation>
  </message>
  <message>
   <source>Measuring</source>
   <translation>Messen</translation>
  </message>
  <message>
   <source>Measuring checkpoint {number}</source>
   <translation>Checkpoint {number} wird gemessen</translation>
  </message>
  <message>
   <source>Measuring given up</source>
   <translation>Messung aufgegeben</translation>
  </message>
  <message>
   <source>Measuring takes at most this share of the time while the run trains.</source>
   <translation>Messen braucht höchstens diesen Anteil der Zeit, während der Lauf trainiert.</translation>
  </message>
  <message>
   <source>Measuring while training: which figure, how often, and how much time it may take</source>
   <translation>Messen während des Trainings: welche Kennzahl, wie oft und wie viel Zeit es kosten darf</translation>
  </message>
  <message>
   <source>Measuring {metric}</source>
   <translation>{metric} messen</translation>
  </message>
  <message>
   <source>Measuring {what}: {step}</source>
   <translation>{what} wird gemessen: {step}</translation>
  </message>
  <message>
   <source>Medium</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>Memory in use.</source>
   <translation>Belegter Speicher.</translation>
  </message>
  <message>
   <source>Memory layout that many processors prefer for convolutions.</source>
   <translation>Anordnung im Speicher, die viele Prozessoren für Faltungen bevorzugen.</translation>
  </message>
  <message>
   <source>Mend the run</source>
   <translation>Lauf beheben</translation>
  </message>
  <message>
   <source>Mend what is named and start again.</source>
   <translation>Das Genannte beheben und erneut starten.</translation>
  </message>
  <message>
   <source>Mended: {what}</source>
   <translation>Behoben: {what}</translation>
  </message>
  <message>
   <source>Minimax</source>
   <translation>Minimax</translation>
  </message>
  <message>
   <source>Minimax: the original game, where G minimises what D maximises</source>
   <translation>Minimax: das ursprüngliche Spiel, in dem G minimiert, was D maximiert</translation>
  </message>
  <message>
   <source>Mirror images too</source>
   <translation>Auch gespiegelte Bilder</translation>
  </message>
  <message>
   <source>Mode dropping</source>
   <translation>Modenverlust</translation>
  </message>
  <message>
   <source>Mode hopping</source>
   <translation>Modenspringen</translation>
  </message>
  <message>
   <source>Modes</source>
   <translation>Modi</translation>
  </message>
  <message>
   <source>Modes of a known mixture: which are found, how well, how evenly</source>
   <translation>Modi einer bekannten Mischung: welche gefunden werden, wie gut, wie gleichmäßig</translation>
  </message>
  <message>
   <source>Modes of stacked digits: which of the 1000 combinations are shown, and how evenly</source>
   <translation>Modi der gestapelten Ziffern: welche der 1000 Kombinationen vorkommen und wie gleichmäßig</translation>
  </message>
  <message>
   <source>Moments of the run that were kept; the buttons below restore, branch and delete the chosen one</source>
   <translation>Bewahrte Augenblicke des Laufs; die Tasten darunter holen den gewählten zurück, zweigen ihn ab und löschen ihn</translation>
  </message>
  <message>
   <source>Momentum</source>
   <translation>Impuls</translation>
  </message>
  <message>
   <source>Momentum (β₁)</source>
   <translation>Momentum (β₁)</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More ({n})</source>
   <translation>Mehr ({n})</translation>
  </message>
  <message>
   <source>More steps of D</source>
   <translation>Mehr Schritte für D</translation>
  </message>
  <message>
   <source>More than once</source>
   <translation>Mehrfach</translation>
  </message>
  <message>
   <source>More to do with these settings</source>
   <translation>Mehr mit diesen Einstellungen tun</translation>
  </message>
  <message>
   <source>More to do with this checkpoint</source>
   <translation>Mehr mit diesem Checkpoint</translation>
  </message>
  <message>
   <source>More to do with {template}</source>
   <translation>Mehr mit {template} tun</translation>
  </message>
  <message>
   <source>More to train: {amount}.</source>
   <translation>Mehr zu trainieren: {amount}.</translation>
  </message>
  <message>
   <source>Move to bin</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <source>Moved by chance</source>
   <translation>Durch Zufall gewandert</translation>
  </message>
  <message>
   <source>Moved since the last check</source>
   <translation>Gewandert seit der letzten Prüfung</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the run</source>
   <translation>Name des Laufs</translation>
  </message>
  <message>
   <source>Narrow above</source>
   <translation>Schmaler ab</translation>
  </message>
  <message>
   <source>Near 1 is best.</source>
   <translation>Nahe 1 ist am besten.</translation>
  </message>
  <message>
   <source>Near-duplicates</source>
   <translation>Fast gleiche Proben</translation>
  </message>
  <message>
   <source>Nearer than usual: {ratio:.2f} times the distance that is usual for a new picture.</source>
   <translation>Näher als üblich: das {ratio:.2f}-Fache des Abstands, der für ein neues Bild üblich ist.</translation>
  </message>
  <message>
   <source>Nearest</source>
   <translation>Verdoppelt</translation>
  </message>
  <message>
   <source>Nearest neighbours (NNr)</source>
   <translation>Nächste Nachbarn (NNr)</translation>
  </message>
  <message>
   <source>Nearest training pictures</source>
   <translation>Nächste Trainingsbilder</translation>
  </message>
  <message>
   <source>Nearly all kinds of samples that are in your data are gone: the generator found a few that fool the discriminator and forgot the rest. By itself a run hardly ever comes back from this.</source>
   <translation>Fast alle Arten, die es in Ihren Daten gibt, sind verschwunden: Der Generator fand einige wenige, die den Diskriminator täuschen, und vergaß den Rest. Von selbst erholt sich ein Lauf davon kaum je.</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Braucht einen Blick</translation>
  </message>
  <message>
   <source>Neighbours of its latent</source>
   <translation>Nachbarn im latenten Raum</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New here? A tour of one minute points at what matters.</source>
   <translation>Neu hier? Ein Rundgang von einer Minute zeigt, worauf es ankommt.</translation>
  </message>
  <message>
   <source>New run whose generator enlarges smoothly</source>
   <translation>Neuer Lauf, dessen Generator glatt vergrößert</translation>
  </message>
  <message>
   <source>New run with a larger discriminator</source>
   <translation>Neuer Lauf, größerer Diskriminator</translation>
  </message>
  <message>
   <source>New run with a larger latent</source>
   <translation>Neuer Lauf, größerer latenter Raum</translation>
  </message>
  <message>
   <source>New run with networks that enlarge smoothly</source>
   <translation>Neuer Lauf mit glatt vergrößernden Netzen</translation>
  </message>
  <message>
   <source>New run with these settings</source>
   <translation>Neuer Lauf mit diesen Werten</translation>
  </message>
  <message>
   <source>New run without augmentation</source>
   <translation>Neuer Lauf ohne Augmentierung</translation>
  </message>
  <message>
   <source>New run without classes</source>
   <translation>Neuer Lauf ohne Klassen</translation>
  </message>
  <message>
   <source>New runs and decoded data sets go here</source>
   <translation>Hierher kommen neue Läufe und entpackte Datensätze</translation>
  </message>
  <message>
   <source>New run…</source>
   <translation>Neuer Lauf…</translation>
  </message>
  <message>
   <source>Newest</source>
   <translation>Neueste</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Neueste zuerst</translation>
  </message>
  <message>
   <source>Newest, {place} kimg</source>
   <translation>Neueste, {place} kimg</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>No alarm</source>
   <translation>Kein Alarm</translation>
  </message>
  <message>
   <source>No alarm. If something goes wrong it is named here the moment it begins, with what shows it and what mends it. Whether the samples are good enough is for your eyes.</source>
   <translation>Kein Alarm. Was schiefgeht, steht hier, sobald es beginnt: woran man es sieht und was es behebt. Ob die Proben gut genug sind, sehen nur Ihre Augen.</translation>
  </message>
  <message>
   <source>No change of brightness, contrast, hue or saturation.</source>
   <translation>Keine Änderung von Helligkeit, Kontrast, Farbton oder Sättigung.</translation>
  </message>
  <message>
   <source>No checkpoint was saved before the remedy '{remedy}': the weights are no finite numbers</source>
   <translation>Vor der Abhilfe „{remedy}“ wurde kein Checkpoint gesichert: Die Gewichte sind keine endlichen Zahlen</translation>
  </message>
  <message>
   <source>No checkpoint yet</source>
   <translation>Noch kein Checkpoint</translation>
  </message>
  <message>
   <source>No class</source>
   <translation>Keine Klasse</translation>
  </message>
  <message>
   <source>No command line says the same as these settings; export them as a file instead.</source>
   <translation>Keine Befehlszeile sagt dasselbe wie diese Einstellungen; exportieren Sie sie stattdessen als Datei.</translation>
  </message>
  <message>
   <source>No curves yet</source>
   <translation>Noch keine Kurven</translation>
  </message>
  <message>
   <source>No data yet</source>
   <translation>Noch keine Daten</translation>
  </message>
  <message>
   <source>No file name has “{letters}” in it.</source>
   <translation>Kein Dateiname enthält „{letters}“.</translation>
  </message>
  <message>
   <source>No moment of its past is kept yet; the first one comes soon after training begins</source>
   <translation>Noch ist kein Augenblick seiner Vergangenheit aufbewahrt; der erste kommt, bald nachdem das Training beginnt</translation>
  </message>
  <message>
   <source>No other run yet</source>
   <translation>Noch kein anderer Lauf</translation>
  </message>
  <message>
   <source>No page has all of these words.</source>
   <translation>Auf keiner Seite stehen alle diese Wörter.</translation>
  </message>
  <message>
   <source>No picture</source>
   <translation>Kein Bild</translation>
  </message>
  <message>
   <source>No picture can be used</source>
   <translation>Kein Bild ist brauchbar</translation>
  </message>
  <message>
   <source>No picture chosen</source>
   <translation>Kein Bild gewählt</translation>
  </message>
  <message>
   <source>No program here opens folders. The files are in {path}</source>
   <translation>Kein Programm öffnet hier Ordner. Die Dateien liegen in {path}</translation>
  </message>
  <message>
   <source>No run has “{typed}” in its name, data, networks, figure or state.</source>
   <translation>Kein Lauf hat „{typed}“ in Namen, Daten, Netzen, Kennzahl oder Zustand.</translation>
  </message>
  <message>
   <source>No run is open; open one, or train a template.</source>
   <translation>Kein Lauf ist offen; öffnen Sie einen, oder trainieren Sie eine Vorlage.</translation>
  </message>
  <message>
   <source>No run like that</source>
   <translation>Kein solcher Lauf</translation>
  </message>
  <message>
   <source>No run to examine</source>
   <translation>Kein Lauf zu untersuchen</translation>
  </message>
  <message>
   <source>No run yet</source>
   <translation>Noch kein Lauf</translation>
  </message>
  <message>
   <source>No samples</source>
   <translation>Keine Proben</translation>
  </message>
  <message>
   <source>No samples yet</source>
   <translation>Noch keine Proben</translation>
  </message>
  <message>
   <source>No setting differs</source>
   <translation>Keine Einstellung unterscheidet sich</translation>
  </message>
  <message>
   <source>No setting matches “{words}”.</source>
   <translation>Keine Einstellung passt zu „{words}“.</translation>
  </message>
  <message>
   <source>No setting that differs matches “{words}”.</source>
   <translation>Keine geänderte Einstellung passt zu „{words}“.</translation>
  </message>
  <message>
   <source>No settings yet</source>
   <translation>Noch keine Einstellungen</translation>
  </message>
  <message>
   <source>No sign of a copy: the nearest lies at {ratio:.2f} times the distance that is usual for a new picture.</source>
   <translation>Kein Anzeichen einer Kopie: Das nächste Bild liegt beim {ratio:.2f}-Fachen des Abstands, der für ein neues Bild üblich ist.</translation>
  </message>
  <message>
   <source>No, thanks; the Help menu has it</source>
   <translation>Nein, danke; im Menü „Hilfe“ gibt es ihn</translation>
  </message>
  <message>
   <source>Nobody trains this run now. Press Resume; then it can be mended while it trains.</source>
   <translation>Niemand trainiert diesen Lauf. Drücken Sie „Fortsetzen“; dann lässt er sich beim Trainieren beheben.</translation>
  </message>
  <message>
   <source>Nobody trains this run: resume it to change this, or make a new run with these settings.</source>
   <translation>Dieser Lauf wird nicht trainiert: Setzen Sie ihn fort, um dies zu ändern, oder richten Sie mit diesen Einstellungen einen neuen Lauf ein.</translation>
  </message>
  <message>
   <source>Nobody trains {name} now; press Resume first.</source>
   <translation>{name} wird gerade nicht trainiert; drücken Sie zuerst „Fortsetzen“.</translation>
  </message>
  <message>
   <source>Noise in G</source>
   <translation>Rauschen in G</translation>
  </message>
  <message>
   <source>Noise in every layer of G, as strong as it learns to want it: chance for hair and grain.</source>
   <translation>Rauschen in jeder Schicht von G, so stark, wie es lernt, es zu wollen: Zufall für Haar und Korn.</translation>
  </message>
  <message>
   <source>Non-saturating</source>
   <translation>Nicht sättigend</translation>
  </message>
  <message>
   <source>Non-saturating: G maximises the odds that D takes its fakes for real</source>
   <translation>Nicht sättigend: G maximiert die Chance, dass D seine Fälschungen für echt hält</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>None: D sees the images as they are</source>
   <translation>Keine: D sieht die Bilder, wie sie sind</translation>
  </message>
  <message>
   <source>Norm</source>
   <translation>Normierung</translation>
  </message>
  <message>
   <source>Norm of G's gradient</source>
   <translation>Norm des Gradienten von G</translation>
  </message>
  <message>
   <source>Not a kind that this version knows; choose another.</source>
   <translation>Diese Art kennt diese Version nicht; wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>Not examined</source>
   <translation>Nicht untersucht</translation>
  </message>
  <message>
   <source>Not examined: no check was made while it trained</source>
   <translation>Nicht untersucht: beim Trainieren gab es keine Prüfung</translation>
  </message>
  <message>
   <source>Not examined: the doctor is off</source>
   <translation>Nicht untersucht: der Doktor ist aus</translation>
  </message>
  <message>
   <source>Not learning</source>
   <translation>Lernt nicht</translation>
  </message>
  <message>
   <source>Not looked up</source>
   <translation>Nicht nachgesehen</translation>
  </message>
  <message>
   <source>Not measured yet</source>
   <translation>Noch nicht gemessen</translation>
  </message>
  <message>
   <source>Not there yet: {rest}</source>
   <translation>Noch nicht so weit: {rest}</translation>
  </message>
  <message>
   <source>Not trained long enough</source>
   <translation>Nicht lange genug trainiert</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note</source>
   <comment>remark</comment>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Note…</source>
   <translation>Notiz…</translation>
  </message>
  <message>
   <source>Nothing changed from {template}</source>
   <translation>Nichts anders als in {template}</translation>
  </message>
  <message>
   <source>Nothing changed since the run began</source>
   <translation>Seit Beginn des Laufs nichts geändert</translation>
  </message>
  <message>
   <source>Nothing changed since this was set up</source>
   <translation>Seit dem Einrichten nichts geändert</translation>
  </message>
  <message>
   <source>Nothing differs.</source>
   <translation>Nichts ist geändert.</translation>
  </message>
  <message>
   <source>Nothing else waits in the queue.</source>
   <translation>Sonst wartet nichts in der Warteschlange.</translation>
  </message>
  <message>
   <source>Nothing has happened yet</source>
   <translation>Noch ist nichts geschehen</translation>
  </message>
  <message>
   <source>Nothing is called that.</source>
   <translation>So heißt nichts.</translation>
  </message>
  <message>
   <source>Nothing is lost, and nothing is trained until you press Resume.</source>
   <translation>Nichts geht verloren, und nichts wird trainiert, bis Sie „Fortsetzen“ drücken.</translation>
  </message>
  <message>
   <source>Nothing is trained again: the new run goes on from {checkpoint}.</source>
   <translation>Nichts wird noch einmal trainiert: Der neue Lauf macht bei {checkpoint} weiter.</translation>
  </message>
  <message>
   <source>Nothing was changed; start a new run, or put back a copy of a checkpoint's folder</source>
   <translation>Nichts wurde verändert; einen neuen Lauf starten oder eine Kopie eines Checkpoint-Ordners zurücklegen</translation>
  </message>
  <message>
   <source>Nothing was examined while this run trained. Press Resume, and the checks begin.</source>
   <translation>Dieser Lauf wurde beim Trainieren nicht untersucht. Drücken Sie „Fortsetzen“, und die Prüfungen beginnen.</translation>
  </message>
  <message>
   <source>Nothing was measured: {error}</source>
   <translation>Nichts wurde gemessen: {error}</translation>
  </message>
  <message>
   <source>Nothing: no training is lost, and the run goes on as it is.</source>
   <translation>Nichts: Kein Training geht verloren, und der Lauf geht weiter, wie er ist.</translation>
  </message>
  <message>
   <source>Nov</source>
   <translation>Nov.</translation>
  </message>
  <message>
   <source>Now {value:.3g}, at {at} kimg.</source>
   <translation>Jetzt {value:.3g}, bei {at} kimg.</translation>
  </message>
  <message>
   <source>Now {value:.3g}, at {at} of {total} kimg.</source>
   <translation>Jetzt {value:.3g}, bei {at} von {total} kimg.</translation>
  </message>
  <message>
   <source>Now, at {place}: {brief}.</source>
   <translation>Jetzt, bei {place}: {brief}.</translation>
  </message>
  <message>
   <source>NumPy arrays (NPZ)</source>
   <translation>NumPy-Arrays (NPZ)</translation>
  </message>
  <message>
   <source>Number format</source>
   <translation>Zahlenformat</translation>
  </message>
  <message>
   <source>Number formats and what else decides the speed; `auto` is what a few steps at the start show to be fastest here</source>
   <translation>Zahlenformate und was sonst über das Tempo entscheidet; `auto` ist, was sich am Anfang in einigen Schritten hier als schnellstes zeigt</translation>
  </message>
  <message>
   <source>Number of kinds of samples ÷ number of kinds in the data; 1 is as varied as the data</source>
   <translation>Zahl der Arten von Proben ÷ Zahl der Arten in den Daten; 1 ist so vielfältig wie die Daten</translation>
  </message>
  <message>
   <source>Number of runs</source>
   <translation>Zahl der Läufe</translation>
  </message>
  <message>
   <source>Number of samples</source>
   <translation>Zahl der Proben</translation>
  </message>
  <message>
   <source>Numbers explode</source>
   <translation>Zahlen explodieren</translation>
  </message>
  <message>
   <source>Numbers in a style w, which the mapping network makes of z.</source>
   <translation>Zahlen in einem Stil w, den das Mapping-Netz aus z macht.</translation>
  </message>
  <message>
   <source>Numbers in the latent z that the generator starts from.</source>
   <translation>Zahlen im latenten z, von dem der Generator ausgeht.</translation>
  </message>
  <message>
   <source>Oct</source>
   <translation>Okt.</translation>
  </message>
  <message>
   <source>Of all texts and numbers in the window, from the next start on</source>
   <translation>Für alle Texte und Zahlen im Fenster, ab dem nächsten Start</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Off: each number as it was measured</source>
   <translation>Aus: jede Zahl, wie sie gemessen wurde</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On (→ or Enter)</source>
   <translation>Weiter (→ oder Eingabetaste)</translation>
  </message>
  <message>
   <source>On the command line: gan-studio train --preset {name}</source>
   <translation>Auf der Befehlszeile: gan-studio train --preset {name}</translation>
  </message>
  <message>
   <source>On the way from seed {seed} to seed {next}</source>
   <translation>Auf dem Weg von Seed {seed} zu Seed {next}</translation>
  </message>
  <message>
   <source>On the way to seed {next}, the last one</source>
   <translation>Auf dem Weg zu Seed {next}, dem letzten Bild</translation>
  </message>
  <message>
   <source>On the way to the next seed</source>
   <translation>Auf dem Weg zum nächsten Seed</translation>
  </message>
  <message>
   <source>On: as D sees them, mirrored and augmented. Off: as the data has them.</source>
   <translation>An: wie D sie sieht, gespiegelt und augmentiert. Aus: wie sie in den Daten sind.</translation>
  </message>
  <message>
   <source>One file for each sample, or all of them in a zip file</source>
   <translation>Eine Datei je Probe, oder alle in einer Zip-Datei</translation>
  </message>
  <message>
   <source>One sample a class</source>
   <translation>Eine Probe je Klasse</translation>
  </message>
  <message>
   <source>One-sided label smoothing: the target of real images is lower by this, so that D does not grow overconfident.</source>
   <translation>Einseitige Label-Glättung: Das Ziel echter Bilder ist um so viel niedriger, damit D nicht zu sicher wird.</translation>
  </message>
  <message>
   <source>Only runs that have all of these words (Ctrl+F)</source>
   <translation>Nur Läufe, die alle diese Wörter haben (Strg+F)</translation>
  </message>
  <message>
   <source>Only samples of the ticked classes are made</source>
   <translation>Nur Proben der angehakten Klassen werden gemacht</translation>
  </message>
  <message>
   <source>Only these</source>
   <translation>Nur diese</translation>
  </message>
  <message>
   <source>Only these, in turn</source>
   <translation>Nur diese, reihum</translation>
  </message>
  <message>
   <source>Only {size} are free there; choose fewer samples, a smaller format or another disk.</source>
   <translation>Dort sind nur {size} frei; wählen Sie weniger Proben, ein kleineres Format oder einen anderen Datenträger.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open a run's folder</source>
   <translation>Den Ordner eines Laufs öffnen</translation>
  </message>
  <message>
   <source>Open a run…</source>
   <translation>Lauf öffnen…</translation>
  </message>
  <message>
   <source>Open run…</source>
   <translation>Lauf öffnen…</translation>
  </message>
  <message>
   <source>Open the place in the file manager</source>
   <translation>Den Ort im Dateimanager öffnen</translation>
  </message>
  <message>
   <source>Open the run's folder in the file manager</source>
   <translation>Den Ordner des Laufs in der Dateiverwaltung öffnen</translation>
  </message>
  <message>
   <source>Open the settings</source>
   <translation>Einstellungen öffnen</translation>
  </message>
  <message>
   <source>Opening a checkpoint</source>
   <translation>Checkpoint wird geöffnet</translation>
  </message>
  <message>
   <source>Opening the data</source>
   <translation>Daten öffnen</translation>
  </message>
  <message>
   <source>Opening {run} …</source>
   <translation>{run} wird geöffnet …</translation>
  </message>
  <message>
   <source>Opens the folder that holds the file</source>
   <translation>Den Ordner mit der Datei öffnen</translation>
  </message>
  <message>
   <source>Opens the settings of the new run, filled in. Nothing trains until you press Train, and this run stays as it is.</source>
   <translation>Öffnet die ausgefüllten Einstellungen des neuen Laufs. Nichts trainiert, bis Sie „Trainieren“ drücken, und dieser Lauf bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <source>Or train on your own pictures: drop a folder or zip here</source>
   <translation>Oder mit eigenen Bildern trainieren: Ordner oder Zip hierher ziehen</translation>
  </message>
  <message>
   <source>Order of the checkpoints</source>
   <translation>Reihenfolge der Checkpoints</translation>
  </message>
  <message>
   <source>Originality</source>
   <translation>Originalität</translation>
  </message>
  <message>
   <source>Originality and inputs</source>
   <translation>Originalität und Eingaben</translation>
  </message>
  <message>
   <source>Other files</source>
   <translation>Andere Dateien</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>Anderer Ordner …</translation>
  </message>
  <message>
   <source>Other settings</source>
   <translation>Weitere Einstellungen</translation>
  </message>
  <message>
   <source>Other settings that follow a schedule</source>
   <translation>Weitere Einstellungen, die einem Verlauf folgen</translation>
  </message>
  <message>
   <source>Other shapes: crop to fill the frame, pad with black around, or stretch.</source>
   <translation>Andere Formate: zuschneiden, bis der Rahmen gefüllt ist, schwarz auffüllen oder strecken.</translation>
  </message>
  <message>
   <source>Other signals</source>
   <translation>Weitere Signale</translation>
  </message>
  <message>
   <source>Over each other, with a line to drag between them</source>
   <translation>Übereinander, dazwischen eine Linie zum Ziehen</translation>
  </message>
  <message>
   <source>Over: {alarm}.</source>
   <translation>Vorbei: {alarm}.</translation>
  </message>
  <message>
   <source>Over: {why}</source>
   <translation>Vorbei: {why}</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>Überlagern</translation>
  </message>
  <message>
   <source>Overlay a run</source>
   <translation>Lauf überlagern</translation>
  </message>
  <message>
   <source>Overlay curves</source>
   <translation>Kurven überlagern</translation>
  </message>
  <message>
   <source>PNG keeps every pixel; JPEG and WebP are smaller</source>
   <translation>PNG erhält jedes Pixel; JPEG und WebP sind kleiner</translation>
  </message>
  <message>
   <source>PNG pictures (*.png)</source>
   <translation>PNG-Bilder (*.png)</translation>
  </message>
  <message>
   <source>PNG, every pixel kept</source>
   <translation>PNG, jedes Pixel erhalten</translation>
  </message>
  <message>
   <source>Packing {done:,} of {total:,} files</source>
   <translation>Datei {done:,} von {total:,} wird gepackt</translation>
  </message>
  <message>
   <source>Pad</source>
   <translation>Auffüllen</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>Bereiche</translation>
  </message>
  <message>
   <source>Parts of the data</source>
   <translation>Teile der Daten</translation>
  </message>
  <message>
   <source>Parts of the data where samples should lie and none does</source>
   <translation>Teile der Daten, in denen Proben liegen sollten, aber keine liegt</translation>
  </message>
  <message>
   <source>Past alarm: {title}</source>
   <translation>Vergangener Alarm: {title}</translation>
  </message>
  <message>
   <source>Past alarms</source>
   <translation>Vergangene Alarme</translation>
  </message>
  <message>
   <source>Path length of every k-th image</source>
   <translation>Pfadlänge jedes k-ten Bildes</translation>
  </message>
  <message>
   <source>Path-length memory</source>
   <translation>Pfadlängengedächtnis</translation>
  </message>
  <message>
   <source>Path-length penalty</source>
   <translation>Pfadlängenstrafe</translation>
  </message>
  <message>
   <source>Path-length penalty every</source>
   <translation>Pfadlängenstrafe alle</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausieren</translation>
  </message>
  <message>
   <source>Pause queue</source>
   <translation>Warteschlange pausieren</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pausiert</translation>
  </message>
  <message>
   <source>Paused: nothing begins by itself.</source>
   <translation>Pausiert: Nichts beginnt von selbst.</translation>
  </message>
  <message>
   <source>Penalties</source>
   <translation>Strafen</translation>
  </message>
  <message>
   <source>Penalty by</source>
   <translation>Strafe durch</translation>
  </message>
  <message>
   <source>Penalty every</source>
   <translation>Strafe alle</translation>
  </message>
  <message>
   <source>Penalty weight (γ)</source>
   <translation>Gewicht der Strafe (γ)</translation>
  </message>
  <message>
   <source>Picture (PNG)…</source>
   <translation>Bild (PNG) …</translation>
  </message>
  <message>
   <source>Picture {name}</source>
   <translation>Bild {name}</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Pictures are brought to {width}×{height} (width × height): {why}.</source>
   <translation>Bilder werden auf {width}×{height} gebracht (Breite × Höhe): {why}.</translation>
  </message>
  <message>
   <source>Pictures are changed so often before the discriminator sees them that the generator takes the changes for part of the data: samples come out turned, mirrored or tinted.</source>
   <translation>Bilder werden so oft verändert, bevor der Diskriminator sie sieht, dass der Generator die Veränderungen für einen Teil der Daten hält: Proben geraten gedreht, gespiegelt oder verfärbt.</translation>
  </message>
  <message>
   <source>Pictures of the data set</source>
   <translation>Bilder des Datensatzes</translation>
  </message>
  <message>
   <source>Pictures of {folder}</source>
   <translation>Bilder aus {folder}</translation>
  </message>
  <message>
   <source>Pictures that are there more than once</source>
   <translation>Mehrfach vorhandene Bilder</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Place that the files go to</source>
   <translation>Ort, an den die Dateien kommen</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>Einfach</translation>
  </message>
  <message>
   <source>Plain layers (MLP)</source>
   <translation>Einfache Schichten (MLP)</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Play the frames from the beginning or from here (Space)</source>
   <translation>Einzelbilder von Anfang an oder von hier aus abspielen (Leertaste)</translation>
  </message>
  <message>
   <source>Plus and minus zoom, 0 fits the picture to its place.</source>
   <translation>Plus und Minus zoomen, 0 passt das Bild ein.</translation>
  </message>
  <message>
   <source>Plus and minus zoom, 0 fits the picture to the window.</source>
   <translation>Plus und Minus zoomen, 0 passt das Bild in das Fenster ein.</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Points are written as rows of a table: seed, x, y.</source>
   <translation>Punkte werden als Zeilen einer Tabelle geschrieben: Seed, x, y.</translation>
  </message>
  <message>
   <source>Points that both checkpoints make of the same latents</source>
   <translation>Punkte, die beide Checkpoints aus denselben latenten Vektoren machen</translation>
  </message>
  <message>
   <source>Position in the run</source>
   <translation>Stelle im Lauf</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Precision</translation>
  </message>
  <message>
   <source>Precision and recall, density and coverage, in fixed features</source>
   <translation>Precision und Recall, Density und Coverage, in festen Merkmalen</translation>
  </message>
  <message>
   <source>Precision is {precision:.2f} (usual: above 0.5){spread}. This is judged from {deadline:g} kimg on; the run is at {kimg:g}.</source>
   <translation>Precision ist {precision:.2f} (üblich: über 0,5){spread}. Das wird ab {deadline:g} kimg beurteilt; der Lauf ist bei {kimg:g}.</translation>
  </message>
  <message>
   <source>Precision is {precision:.2f} (usual: above 0.6) while recall is {recall:.2f} (usual when kinds are lost: low).</source>
   <translation>Precision ist {precision:.2f} (üblich: über 0,6), Recall dagegen {recall:.2f} (üblich, wenn Arten fehlen: niedrig).</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Vorbereitung</translation>
  </message>
  <message>
   <source>Press Train, and the checks begin.</source>
   <translation>Drücken Sie „Trainieren“, und die Prüfungen beginnen.</translation>
  </message>
  <message>
   <source>Press Train: the losses and other numbers of the run appear here while it trains.</source>
   <translation>Drücken Sie „Trainieren“: Verluste und andere Zahlen des Laufs erscheinen hier, während er trainiert.</translation>
  </message>
  <message>
   <source>Press Train: what the generator makes appears here soon after, and changes while it learns.</source>
   <translation>Drücken Sie Trainieren: Was der Generator macht, erscheint bald danach hier und ändert sich, während er lernt.</translation>
  </message>
  <message>
   <source>Press to take it away from the curves</source>
   <translation>Drücken, um ihn von den Kurven zu entfernen</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Preview of the first samples</source>
   <translation>Vorschau der ersten Proben</translation>
  </message>
  <message>
   <source>Probability (p)</source>
   <translation>Wahrscheinlichkeit (p)</translation>
  </message>
  <message>
   <source>Probability of every change: .3 to .5 at the end suits most. Where p is adaptive, its first value.</source>
   <translation>Wahrscheinlichkeit jeder Änderung: 0,3 bis 0,5 am Ende passt meist. Wo p adaptiv ist, sein erster Wert.</translation>
  </message>
  <message>
   <source>Probability that an image is changed, for each of the three by itself; the paper's is 1.</source>
   <translation>Wahrscheinlichkeit, dass ein Bild verändert wird, für jede der drei Änderungen einzeln; im Artikel 1.</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>Prozessorkerne</translation>
  </message>
  <message>
   <source>Processor cores that share the work; 0 takes as many as are fastest.</source>
   <translation>Prozessorkerne, die sich die Arbeit teilen; 0 nimmt so viele, wie am schnellsten sind.</translation>
  </message>
  <message>
   <source>Progress of the export</source>
   <translation>Fortschritt des Exports</translation>
  </message>
  <message>
   <source>Progress of the run</source>
   <translation>Fortschritt des Laufs</translation>
  </message>
  <message>
   <source>Progress, speed, device and memory</source>
   <translation>Fortschritt, Tempo, Gerät und Speicher</translation>
  </message>
  <message>
   <source>Put every panel back where it belongs</source>
   <translation>Jeden Bereich an seinen Platz zurückbringen</translation>
  </message>
  <message>
   <source>Put these runs away (Delete); Undo brings them back</source>
   <translation>Diese Läufe weglegen (Entf); „Rückgängig“ holt sie zurück</translation>
  </message>
  <message>
   <source>Puts every line of this list on the clipboard</source>
   <translation>Alle Zeilen dieser Liste in die Zwischenablage kopieren</translation>
  </message>
  <message>
   <source>Puts the file's path on the clipboard</source>
   <translation>Pfad der Datei in die Zwischenablage kopieren</translation>
  </message>
  <message>
   <source>Quality of JPEG and WebP; a WebP of 100 keeps every pixel</source>
   <translation>Qualität von JPEG und WebP; WebP mit 100 erhält jedes Pixel</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Einreihen</translation>
  </message>
  <message>
   <source>Queue</source>
   <comment>heading</comment>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Quit without saving</source>
   <translation>Beenden, ohne zu speichern</translation>
  </message>
  <message>
   <source>R1</source>
   <translation>R1</translation>
  </message>
  <message>
   <source>R1 and R2</source>
   <translation>R1 und R2</translation>
  </message>
  <message>
   <source>R1, real</source>
   <translation>R1, echt</translation>
  </message>
  <message>
   <source>R2</source>
   <translation>R2</translation>
  </message>
  <message>
   <source>R2, fake</source>
   <translation>R2, gefälscht</translation>
  </message>
  <message>
   <source>R3GAN</source>
   <translation>R3GAN</translation>
  </message>
  <message>
   <source>R3GAN's generator interpolates before it convolves, which leaves no pattern. The networks cannot change while a run trains.</source>
   <translation>Der Generator von R3GAN interpoliert, bevor er faltet; das hinterlässt kein Muster. Während ein Lauf trainiert, lassen sich die Netze nicht wechseln.</translation>
  </message>
  <message>
   <source>R3GAN: CIFAR-10</source>
   <translation>R3GAN: CIFAR-10</translation>
  </message>
  <message>
   <source>R3GAN: ImageNet, 32×32</source>
   <translation>R3GAN: ImageNet, 32×32</translation>
  </message>
  <message>
   <source>R3GAN: faces, 256×256</source>
   <translation>R3GAN: Gesichter, 256×256</translation>
  </message>
  <message>
   <source>R3GAN: faces, 64×64</source>
   <translation>R3GAN: Gesichter, 64×64</translation>
  </message>
  <message>
   <source>R3GAN: modern residual blocks, the best for images where there is a GPU</source>
   <translation>R3GAN: moderne Residualblöcke, das Beste für Bilder, wo es eine GPU gibt</translation>
  </message>
  <message>
   <source>RMSprop</source>
   <translation>RMSprop</translation>
  </message>
  <message>
   <source>RMSprop: a step size per weight, no momentum; WGAN's choice. Source: Hinton, lecture 6e; arXiv 1701.07875</source>
   <translation>RMSprop: eine Schrittweite je Gewicht, kein Impuls; die Wahl von WGAN. Quelle: Hinton, Vorlesung 6e; arXiv 1701.07875</translation>
  </message>
  <message>
   <source>Ramp-up share</source>
   <translation>Anteil des Anlaufs</translation>
  </message>
  <message>
   <source>Reach of the difference</source>
   <translation>Reichweite der Differenz</translation>
  </message>
  <message>
   <source>Reading its past</source>
   <translation>Vergangenheit wird gelesen</translation>
  </message>
  <message>
   <source>Reading the pictures set aside</source>
   <translation>Zurückgehaltene Bilder lesen</translation>
  </message>
  <message>
   <source>Reading the reference</source>
   <translation>Referenz lesen</translation>
  </message>
  <message>
   <source>Reading the run</source>
   <translation>Lauf wird gelesen</translation>
  </message>
  <message>
   <source>Reading the runs …</source>
   <translation>Läufe werden gelesen …</translation>
  </message>
  <message>
   <source>Reading the training pictures</source>
   <translation>Trainingsbilder lesen</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Real</source>
   <translation>Echt</translation>
  </message>
  <message>
   <source>Real 8×8 digits that come with GAN Studio: nothing to download, readable within half a minute.</source>
   <translation>Echte 8×8-Ziffern, die GAN Studio mitbringt: nichts herunterzuladen, lesbar in einer halben Minute.</translation>
  </message>
  <message>
   <source>Real 8×8 digits that come with GAN Studio: one press, and digits form</source>
   <translation>Echte Ziffern aus 8×8 Punkten, die GAN Studio mitbringt: ein Druck, und Ziffern entstehen</translation>
  </message>
  <message>
   <source>Real and fake points with the discriminator's map</source>
   <translation>Echte und gefälschte Punkte mit der Karte des Diskriminators</translation>
  </message>
  <message>
   <source>Real images in which an adaptive p could go from 0 to 1.</source>
   <translation>Echte Bilder, in denen ein adaptives p von 0 auf 1 steigen könnte.</translation>
  </message>
  <message>
   <source>Real images shown a second</source>
   <translation>Gezeigte echte Bilder pro Sekunde</translation>
  </message>
  <message>
   <source>Real images shown to the discriminator, of how many; 1 kimg is a thousand</source>
   <translation>Echte Bilder, die der Diskriminator gesehen hat, und von wie vielen; 1 kimg sind tausend</translation>
  </message>
  <message>
   <source>Real images shown to the discriminator: in all, and each second. 1 kimg is a thousand.</source>
   <translation>Echte Bilder, die dem Diskriminator gezeigt werden: insgesamt und je Sekunde. 1 kimg sind tausend.</translation>
  </message>
  <message>
   <source>Real pictures of the training set</source>
   <translation>Echte Bilder des Trainingssatzes</translation>
  </message>
  <message>
   <source>Reals</source>
   <translation>Echte</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Recall</translation>
  </message>
  <message>
   <source>Recent runs</source>
   <translation>Letzte Läufe</translation>
  </message>
  <message>
   <source>Recipes of papers</source>
   <translation>Rezepte aus Veröffentlichungen</translation>
  </message>
  <message>
   <source>Relativistic</source>
   <translation>Relativistisch</translation>
  </message>
  <message>
   <source>Relativistic pairing (RpGAN): a fake is judged against a real one</source>
   <translation>Relativistische Paarung (RpGAN): Eine Fälschung wird an einem echten Bild gemessen</translation>
  </message>
  <message>
   <source>Remedies to try</source>
   <translation>Zu versuchende Abhilfen</translation>
  </message>
  <message>
   <source>Remedy “{title}”</source>
   <translation>Abhilfe ‚{title}‘</translation>
  </message>
  <message>
   <source>Rename the template</source>
   <translation>Vorlage umbenennen</translation>
  </message>
  <message>
   <source>Rename {template} or move it to the bin</source>
   <translation>{template} umbenennen oder in den Papierkorb legen</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Anordnung zurücksetzen</translation>
  </message>
  <message>
   <source>Reset {group} kind</source>
   <translation>Art zurücksetzen: {group}</translation>
  </message>
  <message>
   <source>Reset {setting}</source>
   <translation>{setting} zurücksetzen</translation>
  </message>
  <message>
   <source>Residual blocks of every stage.</source>
   <translation>Residualblöcke jeder Stufe.</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Auflösung</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Restore of checkpoint {id}</source>
   <translation>Zurückholen von Checkpoint {id}</translation>
  </message>
  <message>
   <source>Restore, keep present settings</source>
   <translation>Zurückholen, jetzige Einstellungen behalten</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume from the last checkpoint; if it happens again, send the details.</source>
   <translation>Vom letzten Checkpoint fortsetzen; wenn es wieder geschieht, die Einzelheiten einsenden.</translation>
  </message>
  <message>
   <source>Resume goes on from checkpoint {id}, at {at} kimg.</source>
   <translation>„Fortsetzen“ macht bei Checkpoint {id} weiter, bei {at} kimg.</translation>
  </message>
  <message>
   <source>Resume goes on {where}: here on one process, or with `gan-studio resume RUN --distributed` by torchrun on as many as you like.</source>
   <translation>„Fortsetzen“ geht {where} weiter: hier mit einem Prozess oder über torchrun mit `gan-studio resume RUN --distributed` auf beliebig vielen.</translation>
  </message>
  <message>
   <source>Resume here</source>
   <translation>Hier fortsetzen</translation>
  </message>
  <message>
   <source>Resume with batches of {batch}</source>
   <translation>Fortsetzen mit Batchgröße {batch}</translation>
  </message>
  <message>
   <source>Resume with this</source>
   <translation>Damit fortsetzen</translation>
  </message>
  <message>
   <source>Resumed at {place} kimg</source>
   <translation>Bei {place} kimg fortgesetzt</translation>
  </message>
  <message>
   <source>Resumed at {place} kimg from checkpoint {checkpoint}</source>
   <translation>Bei {place} kimg ab Checkpoint {checkpoint} fortgesetzt</translation>
  </message>
  <message>
   <source>Reverse KL</source>
   <translation>Umgekehrte KL</translation>
  </message>
  <message>
   <source>Ring</source>
   <translation>Ring</translation>
  </message>
  <message>
   <source>Ring of points</source>
   <translation>Punktring</translation>
  </message>
  <message>
   <source>Ring: 8 Gaussians at (cos πk/4, sin πk/4), σ .01. Source: PacGAN, arXiv 1712.04086</source>
   <translation>Ring: 8 Gauß-Verteilungen bei (cos πk/4, sin πk/4), σ 0,01. Quelle: PacGAN, arXiv 1712.04086</translation>
  </message>
  <message>
   <source>Roll back and augment</source>
   <translation>Zurückgehen und augmentieren</translation>
  </message>
  <message>
   <source>Roll back and augment less</source>
   <translation>Zurückgehen, weniger augmentieren</translation>
  </message>
  <message>
   <source>Roll back and slow D down</source>
   <translation>Zurückgehen und D bremsen</translation>
  </message>
  <message>
   <source>Roll back and use {loss}</source>
   <translation>Zurückgehen, umstellen auf {loss}</translation>
  </message>
  <message>
   <source>Roll back to checkpoint {id}</source>
   <translation>Zurück zu Checkpoint {id}</translation>
  </message>
  <message>
   <source>Roll back to checkpoint {id}, a quarter of the learning rate</source>
   <translation>Zurück zu Checkpoint {id}, ein Viertel der Lernrate</translation>
  </message>
  <message>
   <source>Roll back, a quarter of the rate, clip</source>
   <translation>Zurückgehen, ein Viertel der Rate, Clipping</translation>
  </message>
  <message>
   <source>Rollback</source>
   <translation>Zurückgehen</translation>
  </message>
  <message>
   <source>Rolled back from checkpoint {id} on {device}</source>
   <translation>Zurückgegangen zu Checkpoint {id}, auf {device}</translation>
  </message>
  <message>
   <source>Rolled back on {device}</source>
   <translation>Zurückgegangen, auf {device}</translation>
  </message>
  <message>
   <source>Room taken by the checkpoints</source>
   <translation>Platz, den die Checkpoints belegen</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>Runs and decoded data sets lie here. Runs made before stay where they are; open them from there.</source>
   <translation>Hier liegen Läufe und entpackte Datensätze. Frühere Läufe bleiben, wo sie sind; öffnen Sie sie von dort.</translation>
  </message>
  <message>
   <source>Runs are kept in</source>
   <translation>Läufe liegen in</translation>
  </message>
  <message>
   <source>Runs in the queue</source>
   <translation>Läufe in der Warteschlange</translation>
  </message>
  <message>
   <source>Runs put here train one after another. Choose some above and press Queue; Ctrl+Shift+Return adds the settings of a new run.</source>
   <translation>Läufe hier trainieren nacheinander. Wählen Sie oben welche, und drücken Sie „Einreihen“; Strg+Umschalt+Return fügt die Einstellungen eines neuen Laufs hinzu.</translation>
  </message>
  <message>
   <source>SGD</source>
   <translation>SGD</translation>
  </message>
  <message>
   <source>SVG drawings (*.svg)</source>
   <translation>SVG-Zeichnungen (*.svg)</translation>
  </message>
  <message>
   <source>Samples</source>
   <translation>Proben</translation>
  </message>
  <message>
   <source>Samples alone</source>
   <translation>Nur die Proben</translation>
  </message>
  <message>
   <source>Samples and the training pictures nearest to them</source>
   <translation>Proben und die nächsten Trainingsbilder</translation>
  </message>
  <message>
   <source>Samples are copies</source>
   <translation>Proben sind Kopien</translation>
  </message>
  <message>
   <source>Samples in the live grid</source>
   <translation>Proben im Live-Raster</translation>
  </message>
  <message>
   <source>Samples in the live grid, always of the same latents.</source>
   <translation>Proben im Live-Raster, immer aus denselben latenten Zahlen.</translation>
  </message>
  <message>
   <source>Samples look like the class asked for {times:.2f} times as often as real ones look like theirs (usual: above 0.5).</source>
   <translation>Proben sehen {times:.2f}-mal so oft nach der verlangten Klasse aus wie echte Bilder nach ihrer (üblich: über 0,5).</translation>
  </message>
  <message>
   <source>Samples of one measurement; 0 takes the figure's usual number.</source>
   <translation>Proben einer Messung; 0 nimmt die für die Kennzahl übliche Zahl.</translation>
  </message>
  <message>
   <source>Samples of the data as the networks see them</source>
   <translation>Beispiele der Daten, wie die Netze sie sehen</translation>
  </message>
  <message>
   <source>Samples of the data in the plane</source>
   <translation>Beispiele der Daten in der Ebene</translation>
  </message>
  <message>
   <source>Samples of the data set</source>
   <translation>Beispiele aus dem Datensatz</translation>
  </message>
  <message>
   <source>Samples of the fixed latents</source>
   <translation>Proben zu den festen latenten Vektoren</translation>
  </message>
  <message>
   <source>Samples of this check</source>
   <translation>Proben dieser Prüfung</translation>
  </message>
  <message>
   <source>Samples to measure</source>
   <translation>Proben je Messung</translation>
  </message>
  <message>
   <source>Sampling</source>
   <translation>Proben erzeugen</translation>
  </message>
  <message>
   <source>Sampling {done:,} of {total:,}</source>
   <translation>Probe {done:,} von {total:,} wird erzeugt</translation>
  </message>
  <message>
   <source>Saturated pixels</source>
   <translation>Gesättigte Pixel</translation>
  </message>
  <message>
   <source>Save a checkpoint</source>
   <translation>Checkpoint speichern</translation>
  </message>
  <message>
   <source>Save a checkpoint and end; Resume goes on from there</source>
   <translation>Checkpoint speichern und beenden; „Fortsetzen“ macht dort weiter</translation>
  </message>
  <message>
   <source>Save a checkpoint and stop</source>
   <translation>Checkpoint speichern und anhalten</translation>
  </message>
  <message>
   <source>Save a checkpoint now and train on</source>
   <translation>Jetzt einen Checkpoint speichern und weiter trainieren</translation>
  </message>
  <message>
   <source>Save as template</source>
   <translation>Als Vorlage speichern</translation>
  </message>
  <message>
   <source>Save as template, import, export, copy as command line</source>
   <translation>Als Vorlage speichern, importieren, exportieren, als Befehlszeile kopieren</translation>
  </message>
  <message>
   <source>Save as template…</source>
   <translation>Als Vorlage speichern…</translation>
  </message>
  <message>
   <source>Save checkpoint</source>
   <translation>Checkpoint speichern</translation>
  </message>
  <message>
   <source>Save its picture… (Ctrl+Shift+S)</source>
   <translation>Bild speichern … (Strg+Umschalt+S)</translation>
  </message>
  <message>
   <source>Save the chosen sample, or the whole picture… (Ctrl+Shift+S)</source>
   <translation>Die gewählte Probe oder das ganze Bild speichern … (Strg+Umschalt+S)</translation>
  </message>
  <message>
   <source>Save the curves</source>
   <translation>Kurven speichern</translation>
  </message>
  <message>
   <source>Save the curves as a drawing</source>
   <translation>Kurven als Zeichnung speichern</translation>
  </message>
  <message>
   <source>Save the curves as a picture</source>
   <translation>Kurven als Bild speichern</translation>
  </message>
  <message>
   <source>Save the numbers of the shown curves</source>
   <translation>Zahlen der gezeigten Kurven speichern</translation>
  </message>
  <message>
   <source>Save the picture</source>
   <translation>Bild speichern</translation>
  </message>
  <message>
   <source>Save the picture of seed {seed}…</source>
   <translation>Bild zu Seed {seed} speichern …</translation>
  </message>
  <message>
   <source>Save the run and quit</source>
   <translation>Lauf speichern und beenden</translation>
  </message>
  <message>
   <source>Save the whole grid…</source>
   <translation>Ganzes Raster speichern …</translation>
  </message>
  <message>
   <source>Save what is shown as a picture, or the numbers as a table</source>
   <translation>Das Gezeigte als Bild speichern oder die Zahlen als Tabelle</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Speichern…</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saving {name} …</source>
   <translation>{name} wird gespeichert …</translation>
  </message>
  <message>
   <source>Scaling and turning</source>
   <translation>Skalieren und Drehen</translation>
  </message>
  <message>
   <source>Scanning pictures</source>
   <translation>Bilder prüfen</translation>
  </message>
  <message>
   <source>Search commands</source>
   <translation>Befehle suchen</translation>
  </message>
  <message>
   <source>Search file names</source>
   <translation>Dateinamen suchen</translation>
  </message>
  <message>
   <source>Search name, data, networks, state …</source>
   <translation>Name, Daten, Netze, Zustand suchen …</translation>
  </message>
  <message>
   <source>Search the help</source>
   <translation>Hilfe durchsuchen</translation>
  </message>
  <message>
   <source>Search the runs</source>
   <translation>Läufe durchsuchen</translation>
  </message>
  <message>
   <source>Second checkpoint</source>
   <translation>Zweiter Checkpoint</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Seed</translation>
  </message>
  <message>
   <source>Seed {seed}</source>
   <translation>Seed {seed}</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>Seeds</translation>
  </message>
  <message>
   <source>Sep</source>
   <translation>Sept.</translation>
  </message>
  <message>
   <source>Set an option</source>
   <translation>Einstellung ändern</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Zurückgehalten</translation>
  </message>
  <message>
   <source>Set up a new run from the start, with these settings changed:</source>
   <translation>Einen neuen Lauf von Anfang an einrichten, mit diesen Änderungen:</translation>
  </message>
  <message>
   <source>Set up a new run that continues from this checkpoint</source>
   <translation>Einen neuen Lauf einrichten, der bei diesem Checkpoint weitermacht</translation>
  </message>
  <message>
   <source>Set up a new run that continues from {checkpoint}, with these settings changed:</source>
   <translation>Einen neuen Lauf einrichten, der bei {checkpoint} weitermacht, mit diesen Änderungen:</translation>
  </message>
  <message>
   <source>Set up a new run with the settings of this one</source>
   <translation>Einen neuen Lauf mit den Einstellungen von diesem einrichten</translation>
  </message>
  <message>
   <source>Set up a run from a template</source>
   <translation>Einen Lauf aus einer Vorlage einrichten</translation>
  </message>
  <message>
   <source>Set up a run with the settings of a file</source>
   <translation>Einen Lauf mit den Einstellungen aus einer Datei einrichten</translation>
  </message>
  <message>
   <source>Set up a run: {title}</source>
   <translation>Einen Lauf einrichten: {title}</translation>
  </message>
  <message>
   <source>Set up another run that begins with everything that is in force here</source>
   <translation>Einen weiteren Lauf einrichten, der mit allem beginnt, was hier gilt</translation>
  </message>
  <message>
   <source>Set up: {template}</source>
   <translation>Einrichten: {template}</translation>
  </message>
  <message>
   <source>Set {setting}</source>
   <translation>Gesetzt: {setting}</translation>
  </message>
  <message>
   <source>Set {setting}</source>
   <comment>command</comment>
   <translation>{setting} setzen</translation>
  </message>
  <message>
   <source>Sets height and width; the arrows behind them take that back</source>
   <translation>Setzt Höhe und Breite; die Pfeile dahinter nehmen das zurück</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Einstellung</translation>
  </message>
  <message>
   <source>Setting {path} was refused: {reason}.</source>
   <translation>„{path}“ zu setzen wurde abgelehnt: {reason}.</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settings (*.json)</source>
   <translation>Einstellungen (*.json)</translation>
  </message>
  <message>
   <source>Settings that are rarely needed</source>
   <translation>Selten benötigte Einstellungen</translation>
  </message>
  <message>
   <source>Settings that differ</source>
   <translation>Verschiedene Einstellungen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <source>Shapes</source>
   <translation>Formen</translation>
  </message>
  <message>
   <source>Shapes drawn on the fly, without end and with known truth: a small colour set to compare settings on.</source>
   <translation>Formen, die laufend gezeichnet werden, ohne Ende und mit bekannter Wahrheit: ein kleiner bunter Datensatz zum Vergleichen von Einstellungen.</translation>
  </message>
  <message>
   <source>Shapes: one coloured shape on black, drawn anew for every batch, in 6 classes</source>
   <translation>Formen: eine bunte Form auf Schwarz, für jeden Batch neu gezeichnet, in 6 Klassen</translation>
  </message>
  <message>
   <source>Share of each weight taken away per step, times the learning rate.</source>
   <translation>Anteil, der jedem Gewicht je Schritt genommen wird, mal der Lernrate.</translation>
  </message>
  <message>
   <source>Share of fakes in training whose finer layers take their style from another z.</source>
   <translation>Anteil der Fälschungen im Training, deren feinere Schichten ihren Stil von einem anderen z nehmen.</translation>
  </message>
  <message>
   <source>Share of p for a hole of half the width and height; 0 leaves it out.</source>
   <translation>Anteil von p für ein Loch von halber Breite und Höhe; 0 lässt es weg.</translation>
  </message>
  <message>
   <source>Share of p for brightness, contrast, inversion, hue and saturation; 0 leaves them out.</source>
   <translation>Anteil von p für Helligkeit, Kontrast, Umkehrung, Farbton und Sättigung; 0 lässt sie weg.</translation>
  </message>
  <message>
   <source>Share of p for mirroring, quarter turns and whole shifts; 0 leaves them out.</source>
   <translation>Anteil von p für Spiegelung, Vierteldrehung und ganze Verschiebung; 0 lässt sie weg.</translation>
  </message>
  <message>
   <source>Share of p for scaling, turning and fractional shifts; 0 leaves them out.</source>
   <translation>Anteil von p für Skalierung, Drehung und Verschiebung um Bruchteile; 0 lässt sie weg.</translation>
  </message>
  <message>
   <source>Share of pairs of a training and a held-out picture that D puts in that order; above 0.5 it knows them by heart</source>
   <translation>Anteil der Paare aus Trainingsbild und zurückgehaltenem Bild, die D in dieser Reihenfolge ordnet; über 0,5 kennt er sie auswendig</translation>
  </message>
  <message>
   <source>Share of pairs that D puts in the right order; 0.5 is guessing, 1 is always</source>
   <translation>Anteil der Paare, die D richtig ordnet; 0,5 ist Raten, 1 ist immer</translation>
  </message>
  <message>
   <source>Share of the data that has a sample close by</source>
   <translation>Anteil der Daten, in deren Nähe eine Probe liegt</translation>
  </message>
  <message>
   <source>Share of the data that the samples come near to</source>
   <translation>Anteil der Daten, denen die Proben nahe kommen</translation>
  </message>
  <message>
   <source>Share of the last step that is kept.</source>
   <translation>Anteil des letzten Schritts, der bleibt.</translation>
  </message>
  <message>
   <source>Share of the samples and of D's answers that are numbers; 1 is right</source>
   <translation>Anteil der Proben und der Antworten von D, die Zahlen sind; 1 ist richtig</translation>
  </message>
  <message>
   <source>Share of the samples that look like data</source>
   <translation>Anteil der Proben, die wie Daten aussehen</translation>
  </message>
  <message>
   <source>Share of the samples that moved to other parts of the data</source>
   <translation>Anteil der Proben, die in andere Teile der Daten gewandert sind</translation>
  </message>
  <message>
   <source>Share of the values at the ends of their range − of the data's; far above 0 pictures are burnt out</source>
   <translation>Anteil der Werte an den Enden ihres Bereichs − Anteil in den Daten; weit über 0 sind Bilder ausgebrannt</translation>
  </message>
  <message>
   <source>Share of time at most</source>
   <translation>Zeitanteil höchstens</translation>
  </message>
  <message>
   <source>Shift by up to an eighth of the image.</source>
   <translation>Um bis zu ein Achtel des Bildes verschieben.</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Shortest wave</source>
   <translation>Kürzeste Welle</translation>
  </message>
  <message>
   <source>Show a run from its folder</source>
   <translation>Einen Lauf aus seinem Ordner zeigen</translation>
  </message>
  <message>
   <source>Show all runs</source>
   <translation>Alle Läufe zeigen</translation>
  </message>
  <message>
   <source>Show as many real pictures of the training set beside the samples</source>
   <translation>Neben den Proben ebenso viele echte Bilder des Trainingssatzes zeigen</translation>
  </message>
  <message>
   <source>Show curves: {what}</source>
   <translation>Kurven anzeigen: {what}</translation>
  </message>
  <message>
   <source>Show details</source>
   <translation>Details zeigen</translation>
  </message>
  <message>
   <source>Show each picture's mirror image too, half the time.</source>
   <translation>Jedes Bild die Hälfte der Zeit auch gespiegelt zeigen.</translation>
  </message>
  <message>
   <source>Show each picture's mirror image too, half the time; not for writing.</source>
   <translation>Jedes Bild die Hälfte der Zeit auch gespiegelt zeigen; nicht für Schrift.</translation>
  </message>
  <message>
   <source>Show folder</source>
   <translation>Ordner zeigen</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show its folder</source>
   <translation>Ordner zeigen</translation>
  </message>
  <message>
   <source>Show lines of this gravity and above</source>
   <translation>Zeilen dieser Schwere und darüber zeigen</translation>
  </message>
  <message>
   <source>Show only lines that hold these words</source>
   <translation>Nur Zeilen mit diesen Worten zeigen</translation>
  </message>
  <message>
   <source>Show only settings whose name or explanation holds these words</source>
   <translation>Nur Einstellungen zeigen, deren Name oder Erklärung diese Wörter enthält</translation>
  </message>
  <message>
   <source>Show only the settings that differ</source>
   <translation>Nur geänderte Einstellungen zeigen</translation>
  </message>
  <message>
   <source>Show or hide these points</source>
   <translation>Diese Punkte zeigen oder verbergen</translation>
  </message>
  <message>
   <source>Show or hide what lies below</source>
   <translation>Darunterliegendes ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show reals beside the samples</source>
   <translation>Echte Bilder neben den Proben zeigen</translation>
  </message>
  <message>
   <source>Show run folder</source>
   <translation>Ordner des Laufs zeigen</translation>
  </message>
  <message>
   <source>Show samples</source>
   <translation>Beispiele zeigen</translation>
  </message>
  <message>
   <source>Show the checkpoints as a gallery of large pictures, or as lines</source>
   <translation>Die Checkpoints als Galerie großer Bilder zeigen, oder als Zeilen</translation>
  </message>
  <message>
   <source>Show the points of the first checkpoint</source>
   <translation>Punkte des ersten Checkpoints zeigen</translation>
  </message>
  <message>
   <source>Show the points of the second checkpoint</source>
   <translation>Punkte des zweiten Checkpoints zeigen</translation>
  </message>
  <message>
   <source>Show the present moment of the run</source>
   <translation>Den jetzigen Stand des Laufs zeigen</translation>
  </message>
  <message>
   <source>Show the queue</source>
   <translation>Warteschlange zeigen</translation>
  </message>
  <message>
   <source>Show the run that trains</source>
   <translation>Den Lauf zeigen, der trainiert</translation>
  </message>
  <message>
   <source>Show the samples and curves of the moment it began</source>
   <translation>Proben und Kurven des Augenblicks zeigen, in dem es begann</translation>
  </message>
  <message>
   <source>Show the samples augmented</source>
   <translation>Beispiele augmentiert zeigen</translation>
  </message>
  <message>
   <source>Show the whole run and keep up with it (0, or double click on a plot)</source>
   <translation>Den ganzen Lauf zeigen und ihm folgen (0 oder Doppelklick auf ein Diagramm)</translation>
  </message>
  <message>
   <source>Show this run (Enter). One that trains elsewhere is followed and steered</source>
   <translation>Diesen Lauf zeigen (Eingabetaste). Einem, der anderswo trainiert, lässt sich folgen, und er lässt sich steuern</translation>
  </message>
  <message>
   <source>Show what is the same too</source>
   <translation>Auch Gleiches zeigen</translation>
  </message>
  <message>
   <source>Show {what}</source>
   <translation>Anzeigen: {what}</translation>
  </message>
  <message>
   <source>Showing the reals to Inception, {done:,} of {total:,}</source>
   <translation>Inception sieht die echten Bilder, {done:,} von {total:,}</translation>
  </message>
  <message>
   <source>Shows other samples of the data, and other draws of the augmentation</source>
   <translation>Andere Beispiele der Daten zeigen und die Augmentierung neu ziehen</translation>
  </message>
  <message>
   <source>Shows the pictures whose file name or folder has these letters in it (Ctrl+F)</source>
   <translation>Bilder zeigen, in deren Dateinamen oder Ordner diese Buchstaben stehen (Strg+F)</translation>
  </message>
  <message>
   <source>Shows under the title</source>
   <translation>Steht unter dem Titel</translation>
  </message>
  <message>
   <source>Si&amp;ze</source>
   <translation>&amp;Größe</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>Signals of a later version</source>
   <translation>Signale einer neueren Version</translation>
  </message>
  <message>
   <source>Sine waves over the input that the discriminator sees too: it then tells finer shapes apart. 0: none.</source>
   <translation>Sinuswellen über der Eingabe, die der Diskriminator auch sieht: Er unterscheidet dann feinere Formen. 0: keine.</translation>
  </message>
  <message>
   <source>Six steps that point at what matters</source>
   <translation>Sechs Schritte, die zeigen, worauf es ankommt</translation>
  </message>
  <message>
   <source>Sixty thousand handwritten digits at 28×28; fetched once (10 MB), or trained from your own zip.</source>
   <translation>Sechzigtausend handgeschriebene Ziffern in 28×28; einmal heruntergeladen (10 MB) oder aus der eigenen Zip-Datei.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size of the pictures</source>
   <translation>Größe der Bilder</translation>
  </message>
  <message>
   <source>Size of the small pictures</source>
   <translation>Größe der kleinen Bilder</translation>
  </message>
  <message>
   <source>Size of the small pictures (+ and −, or Ctrl with the wheel)</source>
   <translation>Größe der kleinen Bilder (+ und −, oder Strg mit dem Mausrad)</translation>
  </message>
  <message>
   <source>Sizes</source>
   <translation>Größen</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Sliced Wasserstein distance</source>
   <translation>Sliced-Wasserstein-Abstand</translation>
  </message>
  <message>
   <source>Sliced Wasserstein distance: how far the samples' pixels would have to move to become the data. Lower is better. It sees colours and coarse shapes, no details: look for yourself, too.</source>
   <translation>Sliced-Wasserstein-Abstand: wie weit sich die Pixel der Proben bewegen müssten, um zu den Daten zu werden. Kleiner ist besser. Er sieht Farben und grobe Formen, keine Einzelheiten: Sehen Sie auch selbst hin.</translation>
  </message>
  <message>
   <source>Sliced Wasserstein-2 distance: how far the fakes' pixels must move</source>
   <translation>Sliced-Wasserstein-2-Abstand: wie weit die Pixel der Fälschungen wandern müssen</translation>
  </message>
  <message>
   <source>Slope of D at fakes</source>
   <translation>Steigung von D bei Fälschungen</translation>
  </message>
  <message>
   <source>Slope of D at reals</source>
   <translation>Steigung von D bei echten</translation>
  </message>
  <message>
   <source>Slope of G</source>
   <translation>Steigung von G</translation>
  </message>
  <message>
   <source>Slope of the leaky ReLU below zero; small ones make sharper edges between modes.</source>
   <translation>Steigung der Leaky-ReLU unter null; kleine machen schärfere Kanten zwischen Modi.</translation>
  </message>
  <message>
   <source>Slow D down</source>
   <translation>D bremsen</translation>
  </message>
  <message>
   <source>Slow D down and hold it flat</source>
   <translation>D bremsen und flach halten</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Kleiner</translation>
  </message>
  <message>
   <source>Smaller (−, or turn the wheel)</source>
   <translation>Kleiner (− oder Mausrad)</translation>
  </message>
  <message>
   <source>Smaller steps from here on; what is broken already may not recover.</source>
   <translation>Kleinere Schritte von hier an; was schon kaputt ist, erholt sich vielleicht nicht.</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Glätten</translation>
  </message>
  <message>
   <source>Smooth</source>
   <comment>enlarged</comment>
   <translation>Weich</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>Glättung</translation>
  </message>
  <message>
   <source>So many stages of the discriminator, from the picture on, stay as they are. Helps where pictures are few.</source>
   <translation>So viele Stufen des Diskriminators, vom Bild an, bleiben, wie sie sind. Hilft bei wenigen Bildern.</translation>
  </message>
  <message>
   <source>Some results are no finite numbers (usual: none)</source>
   <translation>Manche Ergebnisse sind keine endlichen Zahlen (üblich: keine)</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>Sometimes the discriminator is too small to see what is wrong with the samples. Its size cannot change while a run trains.</source>
   <translation>Manchmal ist der Diskriminator zu klein, um zu sehen, was an den Proben falsch ist. Während ein Lauf trainiert, lässt sich seine Größe nicht ändern.</translation>
  </message>
  <message>
   <source>Sort by</source>
   <translation>Sortieren nach</translation>
  </message>
  <message>
   <source>Spaced checkpoints kept beside the first, last, best and pinned ones.</source>
   <translation>Verteilte Checkpoints, die neben dem ersten, letzten, besten und den angehefteten bleiben.</translation>
  </message>
  <message>
   <source>Spectral</source>
   <translation>Spektral</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <source>Speed and number formats</source>
   <translation>Tempo und Zahlenformate</translation>
  </message>
  <message>
   <source>Speed of play</source>
   <translation>Abspieltempo</translation>
  </message>
  <message>
   <source>Speed of play: {usual} shows {frames} frames a second</source>
   <translation>Abspieltempo: {usual} zeigt {frames} Einzelbilder pro Sekunde</translation>
  </message>
  <message>
   <source>Spread (PDR)</source>
   <translation>Streuung (PDR)</translation>
  </message>
  <message>
   <source>Spread (σ)</source>
   <translation>Streuung (σ)</translation>
  </message>
  <message>
   <source>Spread of the colours against the data's, as a logarithm; far below 0 colours are missing</source>
   <translation>Streuung der Farben gegenüber den Daten, als Logarithmus; weit unter 0 fehlen Farben</translation>
  </message>
  <message>
   <source>Square (MSE)</source>
   <translation>Quadrat (MSE)</translation>
  </message>
  <message>
   <source>Stacked MNIST</source>
   <translation>Stacked MNIST</translation>
  </message>
  <message>
   <source>Stacked MNIST: three of MNIST's digits as red, green and blue, 128,000 fixed triples; 1000 modes</source>
   <translation>Stacked MNIST: drei Ziffern aus MNIST als Rot, Grün und Blau, 128.000 feste Tripel; 1000 Modi</translation>
  </message>
  <message>
   <source>Stacked digits</source>
   <translation>Gestapelte Ziffern</translation>
  </message>
  <message>
   <source>Stacked digits: three handwritten digits of 8×8 pixels as red, green and blue, drawn anew for every picture; 1000 modes</source>
   <translation>Gestapelte Ziffern: drei handgeschriebene Ziffern von 8×8 Pixeln als Rot, Grün und Blau, für jedes Bild neu gezogen; 1000 Modi</translation>
  </message>
  <message>
   <source>Stacking digits</source>
   <translation>Ziffern stapeln</translation>
  </message>
  <message>
   <source>Stages of D to freeze</source>
   <translation>Einzufrierende Stufen von D</translation>
  </message>
  <message>
   <source>Standard deviation of Gaussian noise added to all that D sees; images span −1 to 1.</source>
   <translation>Standardabweichung von Gauß-Rauschen auf allem, was D sieht; Bilder reichen von −1 bis 1.</translation>
  </message>
  <message>
   <source>Start of every random draw: the same seed gives the same run on the same machine.</source>
   <translation>Anfang jeder Zufallsziehung: Derselbe Seed gibt auf demselben Rechner denselben Lauf.</translation>
  </message>
  <message>
   <source>Start of the draw: the same seed gives the same points.</source>
   <translation>Anfang der Ziehung: Derselbe Seed gibt dieselben Punkte.</translation>
  </message>
  <message>
   <source>Start of the draw: the same seed gives the same triples.</source>
   <translation>Anfang der Ziehung: Derselbe Seed gibt dieselben Tripel.</translation>
  </message>
  <message>
   <source>Start queue</source>
   <translation>Warteschlange starten</translation>
  </message>
  <message>
   <source>Start queue, on the page of runs, begins it.</source>
   <translation>„Warteschlange starten“ auf der Seite der Läufe setzt sie in Gang.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Wird gestartet…</translation>
  </message>
  <message>
   <source>Starts, saves, changed settings and faults are written here while a run trains.</source>
   <translation>Hier stehen Starts, gespeicherte Checkpoints, geänderte Einstellungen und Fehler, während ein Lauf trainiert.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>State of the run</source>
   <translation>Zustand des Laufs</translation>
  </message>
  <message>
   <source>Stay in the window</source>
   <translation>Im Fenster bleiben</translation>
  </message>
  <message>
   <source>Step {n}: {step}</source>
   <translation>Schritt {n}: {step}</translation>
  </message>
  <message>
   <source>Steps of the discriminator for every step of the generator.</source>
   <translation>Schritte des Diskriminators für jeden Schritt des Generators.</translation>
  </message>
  <message>
   <source>Still to choose: {what}</source>
   <translation>Noch zu wählen: {what}</translation>
  </message>
  <message>
   <source>Stochastic gradient descent, with momentum if wanted: the plain minimax game's own dynamics</source>
   <translation>Stochastischer Gradientenabstieg, auf Wunsch mit Impuls: die eigene Dynamik des einfachen Minimax-Spiels</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stop asked</source>
   <translation>Anhalten verlangt</translation>
  </message>
  <message>
   <source>Stop it and train {name}</source>
   <translation>Anhalten und {name} trainieren</translation>
  </message>
  <message>
   <source>Stop measuring</source>
   <translation>Messung abbrechen</translation>
  </message>
  <message>
   <source>Stop without saving</source>
   <translation>Abbrechen, ohne zu speichern</translation>
  </message>
  <message>
   <source>Stop; what was written stays</source>
   <translation>Abbrechen; was geschrieben ist, bleibt</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Strength of D and slopes</source>
   <translation>Stärke von D und Steigungen</translation>
  </message>
  <message>
   <source>Strength of the pattern that strides leave ÷ the same in the data</source>
   <translation>Stärke des Musters, das Schrittweiten hinterlassen ÷ dasselbe in den Daten</translation>
  </message>
  <message>
   <source>Stretch</source>
   <translation>Strecken</translation>
  </message>
  <message>
   <source>Style mixing</source>
   <translation>Stilmischung</translation>
  </message>
  <message>
   <source>Style numbers (w)</source>
   <translation>Stilzahlen (w)</translation>
  </message>
  <message>
   <source>StyleGAN2</source>
   <translation>StyleGAN2</translation>
  </message>
  <message>
   <source>StyleGAN2: styles that can be mixed and truncated, for smooth latents</source>
   <translation>StyleGAN2: Stile, die sich mischen und stutzen lassen, für einen glatten latenten Raum</translation>
  </message>
  <message>
   <source>Swap the two</source>
   <translation>Die beiden tauschen</translation>
  </message>
  <message>
   <source>Table (CSV)</source>
   <translation>Tabelle (CSV)</translation>
  </message>
  <message>
   <source>Table of numbers (CSV)…</source>
   <translation>Zahlentabelle (CSV) …</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tabellen (*.csv)</translation>
  </message>
  <message>
   <source>Take a run over that another process on this machine trains</source>
   <translation>Einen Lauf übernehmen, den ein anderer Prozess auf diesem Rechner trainiert</translation>
  </message>
  <message>
   <source>Take all away</source>
   <translation>Alle entfernen</translation>
  </message>
  <message>
   <source>Take all of them back; the data set stays as it is</source>
   <translation>Alle Änderungen zurücknehmen; der Datensatz bleibt, wie er ist</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Herausnehmen</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang beginnen</translation>
  </message>
  <message>
   <source>Take this run out of the queue (Delete); the run itself stays</source>
   <translation>Diesen Lauf aus der Warteschlange nehmen (Entf); der Lauf selbst bleibt</translation>
  </message>
  <message>
   <source>Take {name} away from the curves</source>
   <translation>{name} von den Kurven entfernen</translation>
  </message>
  <message>
   <source>Takes about {times:.2g} times as long; the middle of your pictures is {width}×{height}.</source>
   <translation>Dauert etwa {times:.2g}-mal so lange; Ihre Bilder haben in der Mitte {width}×{height}.</translation>
  </message>
  <message>
   <source>Taking over decoded pictures</source>
   <translation>Dekodierte Bilder übernehmen</translation>
  </message>
  <message>
   <source>Template: {title}</source>
   <translation>Vorlage: {title}</translation>
  </message>
  <message>
   <source>Templates</source>
   <translation>Vorlagen</translation>
  </message>
  <message>
   <source>Templates and recent runs</source>
   <translation>Vorlagen und letzte Läufe</translation>
  </message>
  <message>
   <source>Templates to start from</source>
   <translation>Vorlagen für den Anfang</translation>
  </message>
  <message>
   <source>That penalty looks at every k-th image of the batch: less memory and time.</source>
   <translation>Diese Strafe betrachtet jedes k-te Bild des Batches: weniger Speicher und Zeit.</translation>
  </message>
  <message>
   <source>The arrow keys choose, Enter does it</source>
   <translation>Die Pfeiltasten wählen, die Eingabetaste führt aus</translation>
  </message>
  <message>
   <source>The augmentation changes no colours any more, so that D sees which ones are right.</source>
   <translation>Die Augmentierung ändert keine Farben mehr, sodass D sieht, welche richtig sind.</translation>
  </message>
  <message>
   <source>The augmentation leaks</source>
   <translation>Augmentierung schlägt durch</translation>
  </message>
  <message>
   <source>The augmentation's probability is {p:.2f} (safe: below 0.8) at precision {precision:.2f} (usual: above 0.6){cast}.</source>
   <translation>Die Wahrscheinlichkeit der Augmentierung ist {p:.2f} (sicher: unter 0,8) bei Precision {precision:.2f} (üblich: über 0,6){cast}.</translation>
  </message>
  <message>
   <source>The autopilot did at {at} kimg: {title}.</source>
   <translation>Der Autopilot tat bei {at} kimg: {title}.</translation>
  </message>
  <message>
   <source>The autopilot did at {n} kimg: {remedy}.</source>
   <translation>Der Autopilot hat bei {n} kimg ausgeführt: {remedy}.</translation>
  </message>
  <message>
   <source>The autopilot mended: {what}</source>
   <translation>Der Autopilot behob: {what}</translation>
  </message>
  <message>
   <source>The averaged copy of G that makes the samples</source>
   <translation>Die gemittelte Kopie von G, die die Proben macht</translation>
  </message>
  <message>
   <source>The change is written into the run's history.</source>
   <translation>Die Änderung wird in die Geschichte des Laufs geschrieben.</translation>
  </message>
  <message>
   <source>The class histogram, by a classifier trained on the real samples</source>
   <translation>Das Klassenhistogramm, durch einen Klassifikator, der auf den echten Daten trainiert ist</translation>
  </message>
  <message>
   <source>The data set</source>
   <translation>Der Datensatz</translation>
  </message>
  <message>
   <source>The data was not looked at.</source>
   <translation>Die Daten wurden nicht angesehen.</translation>
  </message>
  <message>
   <source>The discriminator dominates</source>
   <translation>Diskriminator dominiert</translation>
  </message>
  <message>
   <source>The discriminator has learnt the training data by heart: it believes those pictures and takes others like them for fakes. What it teaches gets worse from here on, and the samples with it. The data is too little for this training.</source>
   <translation>Der Diskriminator hat die Trainingsdaten auswendig gelernt: Er glaubt diesen Bildern und hält andere ihrer Art für Fälschungen. Was er lehrt, wird von hier an schlechter, und die Proben mit ihm. Für dieses Training sind es zu wenige Daten.</translation>
  </message>
  <message>
   <source>The discriminator is too weak</source>
   <translation>Diskriminator zu schwach</translation>
  </message>
  <message>
   <source>The discriminator no longer tells the generator in which direction to improve, so it stands still. {cause}.</source>
   <translation>Der Diskriminator sagt dem Generator nicht mehr, in welche Richtung er sich verbessern soll, also steht dieser still. {cause}.</translation>
  </message>
  <message>
   <source>The discriminator overfits</source>
   <translation>Diskriminator überangepasst</translation>
  </message>
  <message>
   <source>The discriminator tells every sample from the data at once and with great certainty. The generator learns little from a judge that rejects all it does, and often loses its variety next.</source>
   <translation>Der Diskriminator unterscheidet jede Probe sofort und mit großer Sicherheit von den Daten. Von einem Richter, der alles ablehnt, lernt der Generator wenig und verliert als Nächstes oft seine Vielfalt.</translation>
  </message>
  <message>
   <source>The discriminator's learning rate ÷ the generator's.</source>
   <translation>Lernrate des Diskriminators ÷ die des Generators.</translation>
  </message>
  <message>
   <source>The doctor does not examine this run: {fault}</source>
   <translation>Der Doktor untersucht diesen Lauf nicht: {fault}</translation>
  </message>
  <message>
   <source>The doctor says: {alarm}.</source>
   <translation>Der Doktor sagt: {alarm}.</translation>
  </message>
  <message>
   <source>The engine is not ready yet.</source>
   <translation>Die Rechenmaschine ist noch nicht bereit.</translation>
  </message>
  <message>
   <source>The export stopped: {error}</source>
   <translation>Der Export brach ab: {error}</translation>
  </message>
  <message>
   <source>The family of networks</source>
   <translation>Die Familie der Netze</translation>
  </message>
  <message>
   <source>The figure by which the best checkpoint is chosen: its best value, and the last one</source>
   <translation>Die Kennzahl, nach der der beste Checkpoint gewählt wird: ihr bester Wert und der letzte</translation>
  </message>
  <message>
   <source>The figure that says which checkpoint is best. auto: high quality for the ring and the grid, evenness of the modes for stacked digits, sliced Wasserstein distance for all else. FID and KID need the extra gan-studio[metrics] and its weights.</source>
   <translation>Die Kennzahl, die sagt, welcher Checkpoint der beste ist. auto: hohe Qualität für Ring und Gitter, Gleichmäßigkeit der Modi für gestapelte Ziffern, Sliced-Wasserstein-Abstand für alles andere. FID und KID brauchen das Extra gan-studio[metrics] und dessen Gewichte.</translation>
  </message>
  <message>
   <source>The file</source>
   <translation>Die Datei</translation>
  </message>
  <message>
   <source>The file at its own size</source>
   <translation>Die Datei in ihrer eigenen Größe</translation>
  </message>
  <message>
   <source>The file {reason}.</source>
   <translation>Die Datei {reason}.</translation>
  </message>
  <message>
   <source>The filter Broken says why.</source>
   <translation>Der Filter „Defekt“ sagt, warum.</translation>
  </message>
  <message>
   <source>The first</source>
   <translation>Der erste</translation>
  </message>
  <message>
   <source>The first of the two checkpoints</source>
   <translation>Der erste der beiden Checkpoints</translation>
  </message>
  <message>
   <source>The first samples appear soon: the fastest way to compute is looked for before.</source>
   <translation>Die ersten Proben erscheinen bald: Vorher wird gesucht, wie am schnellsten gerechnet wird.</translation>
  </message>
  <message numerus="yes">
   <source>The first {n} of them</source>
   <extracomment>The one sample</extracomment>
   <translation>
    <numerusform>Die eine Probe</numerusform>
    <numerusform>Die ersten {n} davon</numerusform>
   </translation>
  </message>
  <message>
   <source>The folder of a run whose curves to overlay</source>
   <translation>Ordner eines Laufs, dessen Kurven überlagert werden</translation>
  </message>
  <message>
   <source>The fourth training picture, at a distance of {distance:.2f}</source>
   <translation>Das viertnächste Trainingsbild, Abstand {distance:.2f}</translation>
  </message>
  <message>
   <source>The generator makes nearly one and the same sample for each class: it listens to the class alone and ignores the random numbers that should vary it.</source>
   <translation>Der Generator erzeugt für jede Klasse fast ein und dieselbe Probe: Er hört nur auf die Klasse und ignoriert die Zufallszahlen, die sie variieren sollen.</translation>
  </message>
  <message>
   <source>The generator makes nearly the same sample whatever it is given: it found one that fools the discriminator and forgot all else. By itself a run hardly ever comes back from this.</source>
   <translation>Der Generator erzeugt fast dieselbe Probe, was man ihm auch gibt: Er fand eine, die den Diskriminator täuscht, und vergaß alles andere. Von selbst erholt sich ein Lauf davon kaum je.</translation>
  </message>
  <message>
   <source>The generator makes the same samples whatever class it is asked for. Look first whether the classes of the data are right: where pictures and classes do not belong together, there is nothing to learn.</source>
   <translation>Der Generator erzeugt dieselben Proben, welche Klasse auch verlangt wird. Prüfen Sie zuerst, ob die Klassen der Daten stimmen: Wo Bilder und Klassen nicht zusammengehören, gibt es nichts zu lernen.</translation>
  </message>
  <message>
   <source>The generator moves from one kind of sample to the next instead of making all of them at once. Which kinds a checkpoint can make is a matter of luck.</source>
   <translation>Der Generator wechselt von einer Art von Proben zur nächsten, statt alle zugleich zu erzeugen. Welche Arten ein Checkpoint beherrscht, ist Glückssache.</translation>
  </message>
  <message>
   <source>The generator no longer makes some kinds of samples that are in your data. What it still makes looks right, so a glance at the samples misses it.</source>
   <translation>Der Generator erzeugt einige Arten, die es in Ihren Daten gibt, nicht mehr. Was er noch erzeugt, sieht richtig aus, sodass ein Blick auf die Proben es übersieht.</translation>
  </message>
  <message>
   <source>The generator repeats pictures of your training data instead of making new ones. It has too few of them, or has seen them too often.</source>
   <translation>Der Generator wiederholt Bilder Ihrer Trainingsdaten, statt neue zu erzeugen. Er hat zu wenige davon oder hat sie zu oft gesehen.</translation>
  </message>
  <message>
   <source>The generator's gradient vanishes</source>
   <translation>Gradient des Generators verschwindet</translation>
  </message>
  <message>
   <source>The half-life is at most this share of the images so far; 0 means no ramp.</source>
   <translation>Die Halbwertszeit ist höchstens dieser Anteil der bisherigen Bilder; 0 heißt kein Anlauf.</translation>
  </message>
  <message>
   <source>The hand-over goes on, and the window stays open</source>
   <translation>Die Übergabe geht weiter, und das Fenster bleibt offen</translation>
  </message>
  <message>
   <source>The mapping network learns this many times as fast as the rest.</source>
   <translation>Das Mapping-Netz lernt so viele Male so schnell wie der Rest.</translation>
  </message>
  <message>
   <source>The memory did not suffice for batches of {batch} ({reason}); {free}.</source>
   <translation>Der Speicher reichte nicht für Batches von {batch} ({reason}); {free}.</translation>
  </message>
  <message>
   <source>The moment of the run whose generator makes the samples</source>
   <translation>Der Augenblick des Laufs, dessen Generator die Proben macht</translation>
  </message>
  <message>
   <source>The nearest training picture, at a distance of {distance:.2f}</source>
   <translation>Das nächste Trainingsbild, Abstand {distance:.2f}</translation>
  </message>
  <message>
   <source>The networks are not compiled, though that was asked for: {reason}</source>
   <translation>Die Netze sind nicht kompiliert, obwohl das verlangt war: {reason}</translation>
  </message>
  <message>
   <source>The networks cannot be compiled here and go on uncompiled, a little slower: {fault}</source>
   <translation>Die Netze lassen sich hier nicht kompilieren und rechnen unkompiliert weiter, etwas langsamer: {fault}</translation>
  </message>
  <message>
   <source>The new run goes on from {checkpoint}: {amount} at this run's speed, until it has trained as long.</source>
   <translation>Der neue Lauf macht bei {checkpoint} weiter: {amount} beim Tempo dieses Laufs, bis er so lange trainiert hat wie dieser.</translation>
  </message>
  <message>
   <source>The new run learns from the start: {amount} at this run's speed, until it has trained as long.</source>
   <translation>Der neue Lauf lernt von Anfang an: {amount} beim Tempo dieses Laufs, bis er so lange trainiert hat wie dieser.</translation>
  </message>
  <message>
   <source>The newest first; a press or Enter opens one</source>
   <translation>Der neueste zuerst; ein Klick oder die Eingabetaste öffnet einen</translation>
  </message>
  <message>
   <source>The next begins when the present one has ended. One that fails is told, and the queue goes on.</source>
   <translation>Der nächste beginnt, wenn der jetzige geendet hat. Schlägt einer fehl, wird es gemeldet, und die Warteschlange geht weiter.</translation>
  </message>
  <message>
   <source>The next checks tell whether it helps.</source>
   <translation>Die nächsten Prüfungen zeigen, ob es hilft.</translation>
  </message>
  <message>
   <source>The norm of G's gradient is {norm} ({usual}){sure}.</source>
   <translation>Die Norm von Gs Gradient ist {norm} ({usual}){sure}.</translation>
  </message>
  <message>
   <source>The numbers inside the networks grow without bound. If nothing is done, they soon are no numbers any more and the run ends. Most often the learning rate is too high.</source>
   <translation>Die Zahlen in den Netzen wachsen ohne Grenze. Geschieht nichts, sind es bald keine Zahlen mehr, und der Lauf endet. Meist ist die Lernrate zu hoch.</translation>
  </message>
  <message>
   <source>The order of the checkpoints: by time, by a metric that they were measured by, or by size</source>
   <translation>Die Reihenfolge der Checkpoints: nach Zeit, nach einer gemessenen Kennzahl oder nach Größe</translation>
  </message>
  <message>
   <source>The page chosen here shows at the right</source>
   <translation>Die hier gewählte Seite steht rechts</translation>
  </message>
  <message>
   <source>The page that is chosen at the left</source>
   <translation>Die Seite, die links gewählt ist</translation>
  </message>
  <message>
   <source>The paper's own recipe for FFHQ, from your folder or zip of it. It needs GPUs; train on while it improves.</source>
   <translation>Das Rezept des Artikels für FFHQ, aus Ihrem Ordner oder Ihrer Zip-Datei davon. Es braucht GPUs; weitertrainieren, solange es besser wird.</translation>
  </message>
  <message>
   <source>The paper's own recipe for FFHQ, from your folder or zip of it. It needs several large GPUs; train on while it improves.</source>
   <translation>Das Rezept des Artikels für FFHQ, aus Ihrem Ordner oder Ihrer Zip-Datei davon. Es braucht mehrere große GPUs; weitertrainieren, solange es besser wird.</translation>
  </message>
  <message>
   <source>The paper's own recipe, with classes. It needs GPUs: the paper's run took eight of them four days.</source>
   <translation>Das Rezept des Artikels, mit Klassen. Es braucht GPUs: Der Lauf des Artikels dauerte auf acht davon vier Tage.</translation>
  </message>
  <message>
   <source>The paper's own recipe; a thousand classes, as sub-folders of your folder or zip. It needs many GPUs.</source>
   <translation>Das Rezept des Artikels; tausend Klassen, als Unterordner Ihres Ordners oder Ihrer Zip-Datei. Es braucht viele GPUs.</translation>
  </message>
  <message>
   <source>The part with the fewest samples for its size, in standard deviations</source>
   <translation>Der Teil mit den wenigsten Proben für seine Größe, in Standardabweichungen</translation>
  </message>
  <message>
   <source>The penalty on the discriminator may be too strong, so that it is flat everywhere</source>
   <translation>Die Strafe für den Diskriminator ist vielleicht zu stark, sodass er überall flach ist</translation>
  </message>
  <message>
   <source>The picture as the networks see it</source>
   <translation>Das Bild, wie die Netze es sehen</translation>
  </message>
  <message>
   <source>The pictures cannot be shown</source>
   <translation>Die Bilder können nicht gezeigt werden</translation>
  </message>
  <message>
   <source>The pictures have a pattern of little squares, which comes from the way in which the generator enlarges them. More training seldom removes it.</source>
   <translation>Die Bilder haben ein Muster aus kleinen Quadraten; es kommt von der Art, wie der Generator sie vergrößert. Mehr Training beseitigt es selten.</translation>
  </message>
  <message>
   <source>The pictures that the generator makes, always from the same random numbers, so that you see each one grow up. Once it trains, a bar below them leads back to any moment.</source>
   <translation>Die Bilder, die der Generator macht, immer aus denselben Zufallszahlen, sodass Sie jedes heranwachsen sehen. Sobald er trainiert, führt ein Balken darunter zu jedem früheren Augenblick zurück.</translation>
  </message>
  <message>
   <source>The queue cannot be kept in {file} ({why}); it lasts until the window closes.</source>
   <translation>Die Warteschlange lässt sich nicht in {file} speichern ({why}); sie hält, bis das Fenster schließt.</translation>
  </message>
  <message>
   <source>The queue goes on: {runs}.</source>
   <translation>Die Warteschlange geht weiter: {runs}.</translation>
  </message>
  <message>
   <source>The queue in {file} cannot be read ({why}). The list begins anew; the runs themselves are all there.</source>
   <translation>Die Warteschlange in {file} lässt sich nicht lesen ({why}). Die Liste beginnt von vorn; die Läufe selbst sind alle da.</translation>
  </message>
  <message>
   <source>The queue is done.</source>
   <translation>Die Warteschlange ist abgearbeitet.</translation>
  </message>
  <message>
   <source>The reals cannot be shown: {why}</source>
   <translation>Die echten Bilder lassen sich nicht zeigen: {why}</translation>
  </message>
  <message>
   <source>The remedy “{title}” was refused, and nothing of it was done: {reason}.</source>
   <translation>Die Abhilfe „{title}“ wurde abgelehnt, nichts davon wurde getan: {reason}.</translation>
  </message>
  <message>
   <source>The run did not go back, because its present moment could not be kept.</source>
   <translation>Der Lauf ging nicht zurück, weil sein jetziger Augenblick nicht behalten werden konnte.</translation>
  </message>
  <message>
   <source>The run has reached its length. Press Resume to train it longer; then it can be mended while it trains.</source>
   <translation>Der Lauf hat seine Länge erreicht. Drücken Sie „Fortsetzen“, um ihn länger zu trainieren; dann lässt er sich beim Trainieren beheben.</translation>
  </message>
  <message>
   <source>The run was trained on {before} before and goes on on {now}. What is fastest is measured anew, and from here on the run no longer equals an uninterrupted one bit for bit.</source>
   <translation>Der Lauf wurde bisher auf {before} trainiert und geht auf {now} weiter. Was am schnellsten ist, wird neu gemessen, und von hier an gleicht der Lauf nicht mehr Bit für Bit einem ununterbrochenen.</translation>
  </message>
  <message>
   <source>The run's folder is called after it</source>
   <translation>Der Ordner des Laufs heißt danach</translation>
  </message>
  <message>
   <source>The run's picture, name and number</source>
   <translation>Bild, Name und Nummer des Laufs</translation>
  </message>
  <message>
   <source>The runs cannot be read</source>
   <translation>Die Läufe lassen sich nicht lesen</translation>
  </message>
  <message>
   <source>The same from here on, without going back.</source>
   <translation>Dasselbe von hier an, ohne zurückzugehen.</translation>
  </message>
  <message>
   <source>The same from the newest checkpoint that was well.</source>
   <translation>Dasselbe vom neuesten gesunden Checkpoint aus.</translation>
  </message>
  <message>
   <source>The same game with a loss whose pull on G grows when D is ahead, and D at a quarter of its rate.</source>
   <translation>Dasselbe Spiel mit einem Verlust, der stärker an G zieht, wenn D vorn liegt, und D mit einem Viertel seiner Rate.</translation>
  </message>
  <message>
   <source>The same latents, by both checkpoints</source>
   <translation>Dieselben latenten Vektoren, von beiden Checkpoints</translation>
  </message>
  <message>
   <source>The same sample at moments of the run</source>
   <translation>Dieselbe Probe zu Zeitpunkten des Laufs</translation>
  </message>
  <message>
   <source>The same settings</source>
   <translation>Gleiche Einstellungen</translation>
  </message>
  <message>
   <source>The sample, enlarged</source>
   <translation>Die Probe, vergrößert</translation>
  </message>
  <message>
   <source>The samples are as varied as the data but do not look like it closely yet. That is no collapse: such a run mostly needs more time.</source>
   <translation>Die Proben sind so vielfältig wie die Daten, sehen ihnen aber noch nicht ähnlich genug. Das ist kein Kollaps: Ein solcher Lauf braucht meist mehr Zeit.</translation>
  </message>
  <message>
   <source>The samples as large as the window allows, without the other panels; again brings them back</source>
   <translation>Die Proben so groß, wie das Fenster es zulässt, ohne die anderen Bereiche; noch einmal bringt sie zurück</translation>
  </message>
  <message>
   <source>The samples come from an average of more steps, which a single bad one spoils less.</source>
   <translation>Die Proben kommen aus einem Mittel über mehr Schritte, das ein einzelner schlechter weniger verdirbt.</translation>
  </message>
  <message>
   <source>The samples come from an average of more steps, which makes them cleaner.</source>
   <translation>Die Proben kommen aus einem Mittel über mehr Schritte, das sie sauberer macht.</translation>
  </message>
  <message>
   <source>The samples come from an average of more steps, which weakens the pattern.</source>
   <translation>Die Proben kommen aus einem Mittel über mehr Schritte, das das Muster abschwächt.</translation>
  </message>
  <message>
   <source>The samples come from an average of more steps. That hides the hopping; it brings no lost kind back.</source>
   <translation>Die Proben kommen aus einem Mittel über mehr Schritte. Das verdeckt das Springen; verlorene Arten bringt es nicht zurück.</translation>
  </message>
  <message>
   <source>The samples do not look like the data, and the discriminator cannot tell: it only guesses. A judge that sees no difference teaches the generator nothing.</source>
   <translation>Die Proben sehen nicht wie die Daten aus, und der Diskriminator merkt es nicht: Er rät nur. Ein Richter, der keinen Unterschied sieht, lehrt den Generator nichts.</translation>
  </message>
  <message>
   <source>The samples get worse until the new discriminator has caught up.</source>
   <translation>Die Proben werden schlechter, bis der neue Diskriminator aufgeholt hat.</translation>
  </message>
  <message>
   <source>The samples have fewer colours than the data, or a cast, as if seen through tinted glass. Shapes may be right all the same.</source>
   <translation>Die Proben haben weniger Farben als die Daten oder einen Farbstich, wie durch getöntes Glas gesehen. Die Formen können trotzdem stimmen.</translation>
  </message>
  <message>
   <source>The samples of each class in a folder of its name</source>
   <translation>Die Proben jeder Klasse in einem Ordner ihres Namens</translation>
  </message>
  <message>
   <source>The samples repeat each other: there are far fewer different ones than in the data, though all kinds may be there.</source>
   <translation>Die Proben wiederholen einander: Es gibt weit weniger verschiedene als in den Daten, auch wenn alle Arten da sein mögen.</translation>
  </message>
  <message>
   <source>The samples still do not look like the data, and they have stopped getting closer to it. These settings will probably not get there at all.</source>
   <translation>Die Proben sehen immer noch nicht wie die Daten aus und kommen ihnen nicht mehr näher. Mit diesen Einstellungen gelingt es wahrscheinlich gar nicht.</translation>
  </message>
  <message>
   <source>The screen may go dark; the machine does not go to sleep while a run trains</source>
   <translation>Der Bildschirm darf dunkel werden; der Rechner geht nicht in den Ruhezustand, solange ein Lauf trainiert</translation>
  </message>
  <message>
   <source>The second</source>
   <translation>Der zweite</translation>
  </message>
  <message>
   <source>The second of the two checkpoints</source>
   <translation>Der zweite der beiden Checkpoints</translation>
  </message>
  <message>
   <source>The second training picture, at a distance of {distance:.2f}</source>
   <translation>Das zweitnächste Trainingsbild, Abstand {distance:.2f}</translation>
  </message>
  <message>
   <source>The settings are in {path}. Import settings takes them back, here or on another machine.</source>
   <translation>Die Einstellungen sind in {path}. „Einstellungen importieren“ holt sie zurück, hier oder auf einem anderen Rechner.</translation>
  </message>
  <message>
   <source>The settings change it back</source>
   <translation>In den Einstellungen lässt sich das wieder ändern</translation>
  </message>
  <message>
   <source>The settings of {file} are in the form.</source>
   <translation>Die Einstellungen aus {file} stehen im Formular.</translation>
  </message>
  <message>
   <source>The settings of {name}.</source>
   <translation>Die Einstellungen von {name}.</translation>
  </message>
  <message>
   <source>The share of reals that lie among the samples as a large network sees them: variety. Higher is better.</source>
   <translation>Der Anteil der echten, die für ein großes Netz unter den Proben liegen: Vielfalt. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of reals that lie among the samples: variety. Higher is better.</source>
   <translation>Der Anteil der echten, die unter den Proben liegen: Vielfalt. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of reals with a sample nearby: variety. Higher is better.</source>
   <translation>Der Anteil der echten, die eine Probe in der Nähe haben: Vielfalt. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of samples close to the centre of a group. Higher is better.</source>
   <translation>Der Anteil der Proben nahe der Mitte einer Gruppe. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of samples in the emptiest group. Higher is better.</source>
   <translation>Der Anteil der Proben in der leersten Gruppe. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of samples in the fullest group. Lower is better.</source>
   <translation>Der Anteil der Proben in der vollsten Gruppe. Kleiner ist besser.</translation>
  </message>
  <message>
   <source>The share of samples that lie among the reals as a large network sees them: quality. Higher is better.</source>
   <translation>Der Anteil der Proben, die für ein großes Netz unter den echten liegen: Qualität. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of samples that lie among the reals: quality. Higher is better.</source>
   <translation>Der Anteil der Proben, die unter den echten liegen: Qualität. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of samples that look like this class.</source>
   <translation>Der Anteil der Proben, die nach dieser Klasse aussehen.</translation>
  </message>
  <message>
   <source>The share of the class that the samples show least. Higher is better.</source>
   <translation>Der Anteil der Klasse, die die Proben am seltensten zeigen. Größer ist besser.</translation>
  </message>
  <message>
   <source>The share of the class that the samples show most. Lower is better.</source>
   <translation>Der Anteil der Klasse, die die Proben am häufigsten zeigen. Kleiner ist besser.</translation>
  </message>
  <message>
   <source>The spread of the colours against the data's, as a logarithm, is {spread} (usual: above -1){cast}.</source>
   <translation>Die Streuung der Farben gegenüber den Daten, als Logarithmus, ist {spread} (üblich: über -1){cast}.</translation>
  </message>
  <message>
   <source>The spread of the samples (PDR) is {spread:.2f} of the data's (usual: above 0.6){kinds}{uneven}.</source>
   <translation>Die Streuung der Proben (PDR) ist das {spread:.2f}-Fache der Daten (üblich: über 0,6){kinds}{uneven}.</translation>
  </message>
  <message>
   <source>The step before (←)</source>
   <translation>Der vorige Schritt (←)</translation>
  </message>
  <message>
   <source>The template {title} is in the bin; put its file back from there if you want it again.</source>
   <translation>Die Vorlage {title} ist im Papierkorb; legen Sie ihre Datei von dort zurück, wenn Sie sie wieder brauchen.</translation>
  </message>
  <message>
   <source>The third training picture, at a distance of {distance:.2f}</source>
   <translation>Das drittnächste Trainingsbild, Abstand {distance:.2f}</translation>
  </message>
  <message>
   <source>The time left shows once it trains.</source>
   <translation>Die Restzeit erscheint, sobald trainiert wird.</translation>
  </message>
  <message>
   <source>The true centres of the data's modes</source>
   <translation>Die wahren Zentren der Moden der Daten</translation>
  </message>
  <message>
   <source>The two checkpoints make samples of different shapes, which cannot lie over each other; choose two of one shape.</source>
   <translation>Die beiden Checkpoints machen Proben verschiedener Form, die nicht übereinander liegen können; wählen Sie zwei von gleicher Form.</translation>
  </message>
  <message>
   <source>The way of the figure; of G's loss where the figure was measured less than three times</source>
   <translation>Der Verlauf der Kennzahl; der von Gs Verlust, wo die Kennzahl weniger als dreimal gemessen wurde</translation>
  </message>
  <message>
   <source>The window closes as soon as the run trains in a process of its own.</source>
   <translation>Das Fenster schließt, sobald der Lauf in einem eigenen Prozess trainiert.</translation>
  </message>
  <message>
   <source>The window closes when the checkpoint is complete on the disk.</source>
   <translation>Das Fenster schließt, sobald der Checkpoint vollständig auf der Platte liegt.</translation>
  </message>
  <message>
   <source>The window speaks the other language when GAN Studio is started again.</source>
   <translation>Das Fenster spricht die andere Sprache, sobald GAN Studio neu gestartet wird.</translation>
  </message>
  <message>
   <source>The {player}'s gradient became infinite or not a number near {kimg:g} kimg; training stopped before it reached the weights.</source>
   <translation>Der Gradient ({player}) wurde bei etwa {kimg:g} kimg unendlich oder war keine Zahl mehr; das Training hielt an, bevor er die Gewichte erreichte.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Theme: as the system</source>
   <translation>Design: wie das System</translation>
  </message>
  <message>
   <source>Theme: dark</source>
   <translation>Design: dunkel</translation>
  </message>
  <message>
   <source>Theme: light</source>
   <translation>Design: hell</translation>
  </message>
  <message>
   <source>There are no settings to train yet; choose a template or a data set first.</source>
   <translation>Es gibt noch keine Einstellungen zum Trainieren; wählen Sie zuerst eine Vorlage oder einen Datensatz.</translation>
  </message>
  <message>
   <source>There are no settings yet; choose a template or open a run first.</source>
   <translation>Es gibt noch keine Einstellungen; wählen Sie zuerst eine Vorlage oder öffnen Sie einen Lauf.</translation>
  </message>
  <message>
   <source>There is no checkpoint to compare yet.</source>
   <translation>Noch gibt es keinen Checkpoint zum Vergleichen.</translation>
  </message>
  <message>
   <source>There is no checkpoint to export from yet.</source>
   <translation>Noch gibt es keinen Checkpoint zum Exportieren.</translation>
  </message>
  <message>
   <source>There is no checkpoint yet. Press Save checkpoint, or wait for the first one.</source>
   <translation>Noch gibt es keinen Checkpoint. Drücken Sie „Checkpoint speichern“, oder warten Sie auf den ersten.</translation>
  </message>
  <message>
   <source>These runs were set up alike; only chance and what they were trained on since can tell them apart.</source>
   <translation>Diese Läufe wurden gleich eingerichtet; nur der Zufall und ihr Training seither können sie unterscheiden.</translation>
  </message>
  <message>
   <source>These settings are in force.</source>
   <translation>Diese Einstellungen gelten.</translation>
  </message>
  <message>
   <source>These settings cannot train yet: {why}.</source>
   <translation>Mit diesen Einstellungen lässt sich noch nicht trainieren: {why}.</translation>
  </message>
  <message>
   <source>They come within a second of the first training step.</source>
   <translation>Sie kommen binnen einer Sekunde nach dem ersten Trainingsschritt.</translation>
  </message>
  <message>
   <source>This data is downloaded once, when a run begins or now.</source>
   <translation>Diese Daten werden einmal heruntergeladen: jetzt oder wenn ein Lauf beginnt.</translation>
  </message>
  <message>
   <source>This run failed; its log says why. Resume goes on from its newest sound checkpoint.</source>
   <translation>Dieser Lauf ist fehlgeschlagen; sein Protokoll sagt, warum. „Fortsetzen“ macht bei seinem neuesten heilen Checkpoint weiter.</translation>
  </message>
  <message>
   <source>This run has written no samples, or they were deleted. Press Resume to train it on; the first ones appear soon after.</source>
   <translation>Dieser Lauf hat keine Proben geschrieben, oder sie wurden gelöscht. Drücken Sie Fortsetzen, um ihn weiterzutrainieren; die ersten erscheinen bald danach.</translation>
  </message>
  <message>
   <source>This run is done. Train on until (kimg)</source>
   <translation>Dieser Lauf ist fertig. Weitertrainieren bis (kimg)</translation>
  </message>
  <message>
   <source>This run is not training: resume it to change settings with a dot.</source>
   <translation>Dieser Lauf trainiert nicht: Setzen Sie ihn fort, um Einstellungen mit einem Punkt zu ändern.</translation>
  </message>
  <message>
   <source>This run is trained without checks. Turn them on to be warned of collapse and other failures; they take at most a few hundredths of the time.</source>
   <translation>Dieser Lauf wird ohne Prüfungen trainiert. Schalten Sie sie ein, um vor Kollaps und anderem Scheitern gewarnt zu werden; sie brauchen höchstens einige Hundertstel der Zeit.</translation>
  </message>
  <message>
   <source>This run was interrupted at {at} kimg, without an end of its own.</source>
   <translation>Dieser Lauf wurde bei {at} kimg unterbrochen, ohne eigenes Ende.</translation>
  </message>
  <message>
   <source>This run was interrupted at {n} kimg, without an end of its own. Resume goes on from its newest sound checkpoint.</source>
   <translation>Dieser Lauf wurde bei {n} kimg unterbrochen, ohne selbst zu enden. „Fortsetzen“ macht bei seinem neuesten heilen Checkpoint weiter.</translation>
  </message>
  <message>
   <source>This was asked; the run answers between two steps.</source>
   <translation>Das ist verlangt; der Lauf antwortet zwischen zwei Schritten.</translation>
  </message>
  <message>
   <source>Those in force, which schedules change</source>
   <translation>Die jeweils geltenden; Verläufe ändern sie</translation>
  </message>
  <message>
   <source>Through time</source>
   <translation>Im Lauf der Zeit</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time trained without pauses, and time left.</source>
   <translation>Trainierte Zeit ohne Pausen, und die Zeit, die noch bleibt.</translation>
  </message>
  <message>
   <source>Tint</source>
   <translation>Farbstich</translation>
  </message>
  <message>
   <source>Title of the template</source>
   <translation>Titel der Vorlage</translation>
  </message>
  <message>
   <source>To undo it, restore {checkpoint} in Checkpoints.</source>
   <translation>Rückgängig wird es, wenn Sie unter „Checkpoints“ {checkpoint} zurückholen.</translation>
  </message>
  <message>
   <source>Total collapse</source>
   <translation>Totaler Kollaps</translation>
  </message>
  <message>
   <source>Tour</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <source>Tour, step {n} of {total}: {title}</source>
   <translation>Rundgang, Schritt {n} von {total}: {title}</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <source>Train a generator against a discriminator, watch what it makes, steer it while it learns.</source>
   <translation>Einen Generator gegen einen Diskriminator trainieren, sehen, was er macht, ihn steuern, während er lernt.</translation>
  </message>
  <message>
   <source>Train at {width}×{height}</source>
   <translation>Mit {width}×{height} trainieren</translation>
  </message>
  <message>
   <source>Train handwritten digits</source>
   <translation>Handgeschriebene Ziffern trainieren</translation>
  </message>
  <message>
   <source>Train here</source>
   <translation>Hier trainieren</translation>
  </message>
  <message>
   <source>Train in the background</source>
   <translation>Im Hintergrund trainieren</translation>
  </message>
  <message>
   <source>Train longer</source>
   <translation>Länger trainieren</translation>
  </message>
  <message>
   <source>Train on</source>
   <translation>Weitertrainieren</translation>
  </message>
  <message>
   <source>Train on from this checkpoint, with the settings as they are now. The present moment is kept as a checkpoint first.</source>
   <translation>Von diesem Checkpoint aus weitertrainieren, mit den jetzigen Einstellungen. Der jetzige Augenblick wird vorher als Checkpoint behalten.</translation>
  </message>
  <message>
   <source>Train on from this checkpoint, with the settings it was saved with. The present moment is kept as a checkpoint first.</source>
   <translation>Von diesem Checkpoint aus weitertrainieren, mit seinen damaligen Einstellungen. Der jetzige Augenblick wird vorher als Checkpoint behalten.</translation>
  </message>
  <message>
   <source>Train on from where the run was left</source>
   <translation>Dort weiter trainieren, wo der Lauf aufgehört hat</translation>
  </message>
  <message>
   <source>Train the first of the queue beside the run that trains in the background; both would be slower</source>
   <translation>Den ersten der Warteschlange neben dem Lauf trainieren, der im Hintergrund trainiert; beide wären langsamer</translation>
  </message>
  <message>
   <source>Train these runs one after another</source>
   <translation>Diese Läufe nacheinander trainieren</translation>
  </message>
  <message>
   <source>Train these settings as a new run</source>
   <translation>Mit diesen Einstellungen einen neuen Lauf trainieren</translation>
  </message>
  <message>
   <source>Train this run earlier (Alt+Up)</source>
   <translation>Diesen Lauf früher trainieren (Alt+Hoch)</translation>
  </message>
  <message>
   <source>Train this run later (Alt+Down)</source>
   <translation>Diesen Lauf später trainieren (Alt+Herunter)</translation>
  </message>
  <message>
   <source>Train this run on from where it was left</source>
   <translation>Diesen Lauf dort weiter trainieren, wo er aufgehört hat</translation>
  </message>
  <message>
   <source>Train twice as long</source>
   <translation>Doppelt so lange trainieren</translation>
  </message>
  <message>
   <source>Train with classes: G is told which one to make, D which one it sees.</source>
   <translation>Mit Klassen trainieren: G erfährt, welche es machen soll, D, welche es sieht.</translation>
  </message>
  <message>
   <source>Train {name} all the same</source>
   <translation>{name} trotzdem trainieren</translation>
  </message>
  <message>
   <source>Train {title}</source>
   <translation>{title} trainieren</translation>
  </message>
  <message>
   <source>Trained</source>
   <translation>Trainiert</translation>
  </message>
  <message>
   <source>Trained by {who}. Open it to follow it and to steer it from here.</source>
   <translation>Wird anderswo trainiert ({who}). Öffnen Sie den Lauf, um ihm zu folgen und ihn von hier zu steuern.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Training aborted</source>
   <translation>Training abgebrochen</translation>
  </message>
  <message>
   <source>Training began as a branch from checkpoint {id} on {device}</source>
   <translation>Training begann als Zweig von Checkpoint {id} auf {device}</translation>
  </message>
  <message>
   <source>Training began as a branch on {device}</source>
   <translation>Training begann als Zweig auf {device}</translation>
  </message>
  <message>
   <source>Training began from checkpoint {id} on {device}</source>
   <translation>Training begann bei Checkpoint {id} auf {device}</translation>
  </message>
  <message>
   <source>Training began on {device}</source>
   <translation>Training begann auf {device}</translation>
  </message>
  <message>
   <source>Training is done</source>
   <translation>Training fertig</translation>
  </message>
  <message>
   <source>Training on several processes stopped near {kimg:g} kimg: {fault}.</source>
   <translation>Das Training auf mehreren Prozessen hielt bei etwa {kimg:g} kimg an: {fault}.</translation>
  </message>
  <message>
   <source>Training pictures, the nearest first</source>
   <translation>Trainingsbilder, das nächste zuerst</translation>
  </message>
  <message>
   <source>Training resumed from checkpoint {id} on {device}</source>
   <translation>Training ab Checkpoint {id} fortgesetzt, auf {device}</translation>
  </message>
  <message>
   <source>Training resumed on {device}</source>
   <translation>Training fortgesetzt, auf {device}</translation>
  </message>
  <message>
   <source>Training stopped on an unforeseen fault: {kind}: {fault}</source>
   <translation>Das Training hielt wegen eines unvorhergesehenen Fehlers an: {kind}: {fault}</translation>
  </message>
  <message>
   <source>Training stopped; everything is saved</source>
   <translation>Training angehalten; alles ist gespeichert</translation>
  </message>
  <message>
   <source>Training {name}</source>
   <translation>Training von {name}</translation>
  </message>
  <message>
   <source>Trains from the beginning in smaller steps of which none can be too long, with a penalty on a steep discriminator.</source>
   <translation>Trainiert von Anfang an in kleineren Schritten, von denen keiner zu lang sein kann, mit einer Strafe für einen steilen Diskriminator.</translation>
  </message>
  <message>
   <source>Trains from the beginning with a loss and a penalty that keep the samples varied.</source>
   <translation>Trainiert von Anfang an mit einem Verlust und einer Strafe, die die Proben vielfältig halten.</translation>
  </message>
  <message>
   <source>Trains generative adversarial networks visually.

Apache License 2.0</source>
   <translation>Trainiert Generative Adversarial Networks sichtbar.

Apache License 2.0</translation>
  </message>
  <message>
   <source>Trains with {settings}: {why}</source>
   <translation>Trainiert mit {settings}: {why}</translation>
  </message>
  <message>
   <source>Translation</source>
   <translation>Verschiebung</translation>
  </message>
  <message>
   <source>Transposed</source>
   <translation>Transponiert</translation>
  </message>
  <message>
   <source>Triples</source>
   <translation>Tripel</translation>
  </message>
  <message>
   <source>Truncation</source>
   <translation>Trunkierung</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>Turn the checks on</source>
   <translation>Prüfungen einschalten</translation>
  </message>
  <message>
   <source>Twenty-five clusters in a square: the classic test for mode collapse.</source>
   <translation>Fünfundzwanzig Haufen im Quadrat: der klassische Test auf Moduskollaps.</translation>
  </message>
  <message>
   <source>Two checkpoints on the same latents, one over the other</source>
   <translation>Zwei Checkpoints mit denselben latenten Vektoren, übereinander</translation>
  </message>
  <message>
   <source>Two samples of a class lie {times:.2f} times as far apart as two of the data (usual: above 0.6).</source>
   <translation>Zwei Proben einer Klasse liegen {times:.2f}-mal so weit auseinander wie zwei Bilder der Daten (üblich: über 0,6).</translation>
  </message>
  <message>
   <source>Type what you want to do</source>
   <translation>Tippen Sie, was Sie tun möchten</translation>
  </message>
  <message>
   <source>Under watch</source>
   <translation>Unter Beobachtung</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Unevenness (χ²)</source>
   <translation>Ungleichmäßigkeit (χ²)</translation>
  </message>
  <message>
   <source>Unit of the horizontal axis</source>
   <translation>Einheit der waagerechten Achse</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Lösen</translation>
  </message>
  <message>
   <source>Upsampling</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwendung</translation>
  </message>
  <message>
   <source>Use classes</source>
   <translation>Klassen nutzen</translation>
  </message>
  <message>
   <source>Use of the label</source>
   <translation>Nutzung des Labels</translation>
  </message>
  <message>
   <source>Use of the latent</source>
   <translation>Nutzung des latenten Vektors</translation>
  </message>
  <message>
   <source>Use the non-saturating loss, D slower</source>
   <translation>Nicht sättigender Verlust, D langsamer</translation>
  </message>
  <message>
   <source>Use {loss}</source>
   <translation>Umstellen auf {loss}</translation>
  </message>
  <message>
   <source>Use {loss} and a fresh discriminator</source>
   <translation>Umstellen auf {loss}, neuer Diskriminator</translation>
  </message>
  <message>
   <source>Use {loss}, D at a quarter of its rate</source>
   <translation>Umstellen auf {loss}, D mit einem Viertel der Rate</translation>
  </message>
  <message>
   <source>Variety (RKE)</source>
   <translation>Vielfalt (RKE)</translation>
  </message>
  <message>
   <source>Variety and quality</source>
   <translation>Vielfalt und Qualität</translation>
  </message>
  <message>
   <source>Version and licence</source>
   <translation>Version und Lizenz</translation>
  </message>
  <message>
   <source>WGAN-GP</source>
   <translation>WGAN-GP</translation>
  </message>
  <message>
   <source>WGAN-GP punishes each image's own gradient, which batch statistics mix; {remedy}</source>
   <translation>WGAN-GP bestraft den eigenen Gradienten jedes Bildes, und Batch-Statistik vermischt sie; {remedy}</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting for another process that decodes the same data</source>
   <translation>Warten auf einen anderen Prozess, der dieselben Daten dekodiert</translation>
  </message>
  <message>
   <source>Waiting for the first numbers</source>
   <translation>Warten auf die ersten Zahlen</translation>
  </message>
  <message>
   <source>Waiting: the first check comes soon</source>
   <translation>Wartet: die erste Prüfung kommt bald</translation>
  </message>
  <message>
   <source>Waits until {name} has ended.</source>
   <translation>Wartet, bis {name} geendet hat.</translation>
  </message>
  <message>
   <source>Wanted mean sign of D</source>
   <translation>Mittleres Vorzeichen von D (Soll)</translation>
  </message>
  <message>
   <source>Warming up</source>
   <translation>Wärmt auf</translation>
  </message>
  <message>
   <source>Warming up: the run went back; its next check tells how it is</source>
   <translation>Wärmt auf: der Lauf ging zurück; die nächste Prüfung zeigt, wie es ihm geht</translation>
  </message>
  <message>
   <source>Warnings and errors</source>
   <translation>Warnungen und Fehler</translation>
  </message>
  <message>
   <source>Wasserstein</source>
   <translation>Wasserstein</translation>
  </message>
  <message>
   <source>Wasserstein: D estimates how far the fakes lie from the reals</source>
   <translation>Wasserstein: D schätzt, wie weit die Fälschungen von den echten Bildern entfernt liegen</translation>
  </message>
  <message>
   <source>Waves that D sees</source>
   <translation>Wellen, die D sieht</translation>
  </message>
  <message>
   <source>WebP, small</source>
   <translation>WebP, klein</translation>
  </message>
  <message>
   <source>Weight decay</source>
   <translation>Gewichtsverfall</translation>
  </message>
  <message>
   <source>Weight of redrawing</source>
   <translation>Gewicht des Nachzeichnens</translation>
  </message>
  <message>
   <source>Weight of the path-length penalty, which makes equal steps in style change images equally.</source>
   <translation>Gewicht der Pfadlängenstrafe, die dafür sorgt, dass gleiche Schritte im Stil Bilder gleich stark ändern.</translation>
  </message>
  <message>
   <source>Weight γ of the penalty: γ/2·E‖∇D‖² for R1 and R2, γ·E(‖∇D‖ − 1)² for WGAN-GP.</source>
   <translation>Gewicht γ der Strafe: γ/2·E‖∇D‖² für R1 und R2, γ·E(‖∇D‖ − 1)² für WGAN-GP.</translation>
  </message>
  <message>
   <source>Weights of</source>
   <translation>Gewichte von</translation>
  </message>
  <message>
   <source>Weights taken over from checkpoint {found}, {path}</source>
   <translation>Gewichte übernommen von Checkpoint {found}, {path}</translation>
  </message>
  <message>
   <source>Went back at {place} kimg</source>
   <translation>Bei {place} kimg zurückgegangen</translation>
  </message>
  <message>
   <source>Went back at {place} kimg from checkpoint {checkpoint}</source>
   <translation>Bei {place} kimg auf Checkpoint {checkpoint} zurückgegangen</translation>
  </message>
  <message>
   <source>Went back to {there} kimg. What was at {here} kimg is kept as a checkpoint.</source>
   <translation>Zurück bei {there} kimg. Was bei {here} kimg war, ist als Checkpoint behalten.</translation>
  </message>
  <message>
   <source>Went on</source>
   <translation>Ging weiter</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What G and D each try to make small</source>
   <translation>Was G und D jeweils klein zu machen versuchen</translation>
  </message>
  <message>
   <source>What G makes of the fixed latents</source>
   <translation>Was G aus den festen latenten Vektoren macht</translation>
  </message>
  <message>
   <source>What becomes of a run that trains in this window</source>
   <translation>Was mit einem Lauf geschieht, der in diesem Fenster trainiert</translation>
  </message>
  <message>
   <source>What can be done now comes first</source>
   <translation>Was jetzt möglich ist, steht oben</translation>
  </message>
  <message>
   <source>What chance alone would move</source>
   <translation>Was allein der Zufall bewegen würde</translation>
  </message>
  <message>
   <source>What each part of the window is for</source>
   <translation>Wozu jeder Teil des Fensters da ist</translation>
  </message>
  <message>
   <source>What else helps</source>
   <translation>Was noch hilft</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What happened in the run, the newest last</source>
   <translation>Was im Lauf geschah, das Neueste zuletzt</translation>
  </message>
  <message>
   <source>What has vanished</source>
   <translation>Was verschwunden ist</translation>
  </message>
  <message>
   <source>What is kept on disk while training</source>
   <translation>Was während des Trainings auf der Platte bleibt</translation>
  </message>
  <message>
   <source>What is shown, with tabs between the columns, for a spreadsheet</source>
   <translation>Das Gezeigte, mit Tabulatoren zwischen den Spalten, für eine Tabellenkalkulation</translation>
  </message>
  <message>
   <source>What is there stays as it is; the files go into a new place beside it</source>
   <translation>Was dort liegt, bleibt, wie es ist; die Dateien kommen an einen neuen Ort daneben</translation>
  </message>
  <message>
   <source>What it costs</source>
   <translation>Was es kostet</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Was es tut</translation>
  </message>
  <message>
   <source>What it is doing, and who trains it where that is not this window</source>
   <translation>Was er tut, und wer ihn trainiert, wenn es nicht dieses Fenster ist</translation>
  </message>
  <message>
   <source>What it is good for</source>
   <translation>Wofür sie gut ist</translation>
  </message>
  <message>
   <source>What its card and the menus call it</source>
   <translation>So heißt sie auf ihrer Karte und in den Menüs</translation>
  </message>
  <message>
   <source>What the checkpoints of this run take, of what the settings allow them (saving, budget).</source>
   <translation>Was die Checkpoints dieses Laufs belegen, von dem, was die Einstellungen erlauben (Speichern, Platzbudget).</translation>
  </message>
  <message>
   <source>What the discriminator says</source>
   <translation>Was der Diskriminator sagt</translation>
  </message>
  <message>
   <source>What the doctor looks at (F1)</source>
   <translation>Worauf der Doktor achtet (F1)</translation>
  </message>
  <message>
   <source>What the doctor measured at each check</source>
   <translation>Was der Doktor bei jeder Prüfung gemessen hat</translation>
  </message>
  <message>
   <source>What the generator and the discriminator each minimise, with the gradient penalty and noise that go with it</source>
   <translation>Was Generator und Diskriminator jeweils minimieren, mit der Gradientenstrafe und dem Rauschen, die dazugehören</translation>
  </message>
  <message>
   <source>What the generator makes appears here and changes while it learns. Choose a template or your own pictures, then press Train.</source>
   <translation>Was der Generator erzeugt, erscheint hier und ändert sich, während er lernt. Wählen Sie eine Vorlage oder eigene Bilder und drücken Sie „Trainieren“.</translation>
  </message>
  <message>
   <source>What the networks see</source>
   <translation>Was die Netze sehen</translation>
  </message>
  <message>
   <source>What the networks see of it is known once the data is open.</source>
   <translation>Was die Netze davon sehen, ist bekannt, sobald die Daten offen sind.</translation>
  </message>
  <message>
   <source>What the networks see, before any augmentation: {width}×{height}</source>
   <translation>Was die Netze sehen, vor jeder Augmentierung: {width}×{height}</translation>
  </message>
  <message>
   <source>What the networks will see</source>
   <translation>Was die Netze sehen werden</translation>
  </message>
  <message>
   <source>What this alarm means and what helps</source>
   <translation>Was dieser Alarm bedeutet und was hilft</translation>
  </message>
  <message>
   <source>What was learned since the last checkpoint is lost. Stop would save it first.</source>
   <translation>Was seit dem letzten Checkpoint gelernt wurde, geht verloren. „Anhalten“ würde es zuerst speichern.</translation>
  </message>
  <message>
   <source>What was made for each class</source>
   <translation>Was für jede Klasse erzeugt wurde</translation>
  </message>
  <message>
   <source>What was trained since is set aside, not deleted: its checkpoints stay in the list and can be restored.</source>
   <translation>Was seither trainiert wurde, wird beiseitegelegt, nicht gelöscht: Die Checkpoints bleiben in der Liste und lassen sich zurückholen.</translation>
  </message>
  <message>
   <source>What was trained since then: {amount}.</source>
   <translation>Was seither trainiert wurde: {amount}.</translation>
  </message>
  <message>
   <source>What will be done</source>
   <translation>Was getan wird</translation>
  </message>
  <message>
   <source>What will be done, in this order</source>
   <translation>Was getan wird, in dieser Reihenfolge</translation>
  </message>
  <message>
   <source>Wheel: zoom. Drag: move. Double click: fit.</source>
   <translation>Mausrad: zoomen. Ziehen: verschieben. Doppelklick: einpassen.</translation>
  </message>
  <message>
   <source>When found: {why}</source>
   <translation>Beim Auslösen: {why}</translation>
  </message>
  <message>
   <source>When it last wrote something</source>
   <translation>Wann er zuletzt etwas geschrieben hat</translation>
  </message>
  <message>
   <source>When the window closes</source>
   <translation>Beim Schließen des Fensters</translation>
  </message>
  <message>
   <source>Where D holds a point for fake, cannot tell (no colour), or holds it for real; measured from D's own middle</source>
   <translation>Wo D einen Punkt für gefälscht hält, unsicher ist (keine Farbe) oder ihn für echt hält; gemessen von der eigenen Mitte von D aus</translation>
  </message>
  <message>
   <source>Where G is pushed: the direction in which its loss falls at each fake point</source>
   <translation>Wohin G gedrängt wird: die Richtung, in der sein Verlust an jedem gefälschten Punkt sinkt</translation>
  </message>
  <message>
   <source>Where runs are kept, the language, and how the window looks</source>
   <translation>Wo Läufe liegen, die Sprache und wie das Fenster aussieht</translation>
  </message>
  <message>
   <source>Where the classes say nothing of the pictures, the run is better off without them.</source>
   <translation>Wo die Klassen nichts über die Bilder sagen, ist der Lauf ohne sie besser dran.</translation>
  </message>
  <message>
   <source>Where the files go; nothing that is there already is overwritten</source>
   <translation>Wohin die Dateien kommen; nichts Vorhandenes wird überschrieben</translation>
  </message>
  <message>
   <source>Where the pictures are.</source>
   <translation>Wo die Bilder liegen.</translation>
  </message>
  <message>
   <source>Where the published files lie already; left empty, they are downloaded once.</source>
   <translation>Wo die veröffentlichten Dateien schon liegen; bleibt das Feld leer, werden sie einmal heruntergeladen.</translation>
  </message>
  <message>
   <source>Where the real samples come from</source>
   <translation>Woher die echten Daten kommen</translation>
  </message>
  <message>
   <source>Where the run is computed, and how.</source>
   <translation>Wo der Lauf rechnet, und wie.</translation>
  </message>
  <message>
   <source>Where the samples were, check by check</source>
   <translation>Wo die Proben waren, Prüfung für Prüfung</translation>
  </message>
  <message>
   <source>Where there is data enough, none is needed.</source>
   <translation>Bei genug Daten braucht es keine.</translation>
  </message>
  <message>
   <source>Whether samples are copies, and whether label and latent matter</source>
   <translation>Ob Proben Kopien sind und ob Label und latenter Vektor etwas ausmachen</translation>
  </message>
  <message>
   <source>Which classes</source>
   <translation>Welche Klassen</translation>
  </message>
  <message>
   <source>Which lines</source>
   <translation>Welche Zeilen</translation>
  </message>
  <message>
   <source>Which pictures are shown</source>
   <translation>Welche Bilder gezeigt werden</translation>
  </message>
  <message>
   <source>Who plays whom: the networks, and the loss of each player's step</source>
   <translation>Wer gegen wen spielt: die Netze und der Verlust jedes Spielzugs</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Breite</translation>
  </message>
  <message>
   <source>Width of the discriminator's hidden layers.</source>
   <translation>Breite der verborgenen Schichten des Diskriminators.</translation>
  </message>
  <message>
   <source>Width of the generator's hidden layers.</source>
   <translation>Breite der verborgenen Schichten des Generators.</translation>
  </message>
  <message>
   <source>Width of what is trained on; 0 chooses by the pictures' own sizes.</source>
   <translation>Breite der Bilder im Training; 0 richtet sich nach den Größen der Bilder selbst.</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>Wischen</translation>
  </message>
  <message>
   <source>With more random numbers to make a sample of there is more to listen to.</source>
   <translation>Mit mehr Zufallszahlen je Probe gibt es mehr, worauf er hören kann.</translation>
  </message>
  <message>
   <source>With shortcuts</source>
   <translation>Mit Abkürzungen</translation>
  </message>
  <message>
   <source>With this loss that happens as soon as the discriminator is sure of itself</source>
   <translation>Bei diesem Verlust geschieht das, sobald sich der Diskriminator sicher ist</translation>
  </message>
  <message>
   <source>Worst part (z)</source>
   <translation>Schlechtester Teil (z)</translation>
  </message>
  <message>
   <source>Worth knowing</source>
   <translation>Gut zu wissen</translation>
  </message>
  <message>
   <source>Write generated images to a folder or zip</source>
   <translation>Erzeugte Bilder in einen Ordner oder eine ZIP-Datei schreiben</translation>
  </message>
  <message>
   <source>Write these settings to a file</source>
   <translation>Diese Einstellungen in eine Datei schreiben</translation>
  </message>
  <message>
   <source>Wrote {name}</source>
   <translation>{name} geschrieben</translation>
  </message>
  <message>
   <source>Wrote {total:,} images to {name}</source>
   <translation>{total:,} Bilder nach {name} geschrieben</translation>
  </message>
  <message>
   <source>Your data divided into parts that look alike, the most frequent first: the share of each among the reals and among the samples.</source>
   <translation>Ihre Daten, zerlegt in Teile, die einander ähneln, die häufigsten zuerst: der Anteil eines jeden an den echten Bildern und an den Proben.</translation>
  </message>
  <message>
   <source>Your own pictures</source>
   <translation>Eigene Bilder</translation>
  </message>
  <message>
   <source>Your templates</source>
   <translation>Ihre Vorlagen</translation>
  </message>
  <message>
   <source>Zip file</source>
   <translation>Zip-Datei</translation>
  </message>
  <message>
   <source>Zip files (*.zip)</source>
   <translation>Zip-Dateien (*.zip)</translation>
  </message>
  <message>
   <source>Zip: pictures in a zip, its sub-folders as classes, or StyleGAN's layout with dataset.json</source>
   <translation>Zip: Bilder in einer Zip-Datei, ihre Unterordner als Klassen, oder im Aufbau von StyleGAN mit dataset.json</translation>
  </message>
  <message>
   <source>Zip…</source>
   <translation>Zip…</translation>
  </message>
  <message>
   <source>a batch of {batch} does not fit in memory, so it passes in parts of {part}</source>
   <translation>ein Batch von {batch} passt nicht in den Speicher und läuft daher in Teilen von {part} durch</translation>
  </message>
  <message>
   <source>a batch of {batch} does not fit in memory, so it passes in parts of {part} (it needs about {need:.1f} GB, and {limit:.1f} GB may be used)</source>
   <translation>ein Batch von {batch} passt nicht in den Speicher und läuft daher in Teilen von {part} durch (er braucht etwa {need:.1f} GB, und {limit:.1f} GB dürfen belegt werden)</translation>
  </message>
  <message>
   <source>a command</source>
   <translation>ein Befehl</translation>
  </message>
  <message>
   <source>a constant schedule needs start and end to be equal; choose linear or cosine to go from one to the other</source>
   <translation>bei einem konstanten Verlauf müssen Anfang und Ende gleich sein; linear oder cosine wählen, um vom einen zum anderen zu kommen</translation>
  </message>
  <message>
   <source>a difference cannot look behind an augmentation; choose gradient, or augment.kind none</source>
   <translation>eine Differenz kann nicht hinter eine Augmentierung blicken; gradient wählen oder augment.kind none</translation>
  </message>
  <message>
   <source>a folder</source>
   <comment>into</comment>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>a fresh discriminator</source>
   <translation>ein frischer Diskriminator</translation>
  </message>
  <message>
   <source>a line does not begin as it should</source>
   <translation>eine Zeile beginnt nicht, wie sie sollte</translation>
  </message>
  <message>
   <source>a network that looks at its whole batch needs at least 2 images at a time; raise it or {remedy}</source>
   <translation>ein Netz, das seinen ganzen Batch betrachtet, braucht mindestens 2 Bilder auf einmal; mehr wählen oder {remedy}</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <source>a pattern {times} times as strong as in the data</source>
   <translation>ein Muster, {times}-mal so stark wie in den Daten</translation>
  </message>
  <message>
   <source>a process was lost: {who}</source>
   <translation>ein Prozess ging verloren: {who}</translation>
  </message>
  <message>
   <source>a run that learns: above 0.01, mostly</source>
   <translation>ein Lauf, der lernt: meist über 0,01</translation>
  </message>
  <message>
   <source>a run's settings must be a JSON object</source>
   <translation>die Einstellungen eines Laufs müssen ein JSON-Objekt sein</translation>
  </message>
  <message>
   <source>a sign of “{alarm}”</source>
   <translation>ein Anzeichen von „{alarm}“</translation>
  </message>
  <message>
   <source>a stronger penalty</source>
   <translation>stärkere Strafe</translation>
  </message>
  <message>
   <source>a zip file</source>
   <comment>into</comment>
   <translation>Zip-Datei</translation>
  </message>
  <message>
   <source>a {sign} is missing at character {at}</source>
   <translation>ein {sign} fehlt bei Zeichen {at}</translation>
  </message>
  <message>
   <source>abandoned part</source>
   <translation>aufgegebener Teil</translation>
  </message>
  <message>
   <source>abandoned, segment {segment}</source>
   <translation>aufgegeben, Abschnitt {segment}</translation>
  </message>
  <message>
   <source>aborted</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>about {time} left</source>
   <translation>noch etwa {time}</translation>
  </message>
  <message>
   <source>above {low:,.10g}</source>
   <translation>größer als {low:,.10g}</translation>
  </message>
  <message>
   <source>above {low:,.10g}, at most {high:,.10g}</source>
   <translation>größer als {low:,.10g} und höchstens {high:,.10g}</translation>
  </message>
  <message>
   <source>above {low:,.10g}, below {high:,.10g}</source>
   <translation>größer als {low:,.10g} und kleiner als {high:,.10g}</translation>
  </message>
  <message>
   <source>allocation refused</source>
   <translation>Anforderung abgelehnt</translation>
  </message>
  <message>
   <source>another class changes a sample {times:.2f} times as much as chance does</source>
   <translation>eine andere Klasse ändert eine Probe {times:.2f}-mal so stark wie der Zufall</translation>
  </message>
  <message>
   <source>another process</source>
   <translation>ein anderer Prozess</translation>
  </message>
  <message>
   <source>another process of the {size} cannot be reached ({why})</source>
   <translation>ein anderer der {size} Prozesse ist nicht erreichbar ({why})</translation>
  </message>
  <message>
   <source>applied</source>
   <translation>übernommen</translation>
  </message>
  <message>
   <source>applying…</source>
   <translation>wird übernommen…</translation>
  </message>
  <message>
   <source>arrays hold the pixels that the network makes; leave enlarging out, or name a folder or a .zip</source>
   <translation>Arrays enthalten die Pixel, die das Netz macht; lassen Sie das Vergrößern weg, oder nennen Sie einen Ordner oder eine .zip-Datei</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>wie es ist</translation>
  </message>
  <message>
   <source>as many as fit</source>
   <translation>so viele, wie passen</translation>
  </message>
  <message>
   <source>as set, nothing to choose</source>
   <translation>wie eingestellt, nichts zu wählen</translation>
  </message>
  <message>
   <source>as the version that began this run did</source>
   <translation>wie die Version, die diesen Lauf begann</translation>
  </message>
  <message>
   <source>at least 2 samples are needed to measure anything; got {count}</source>
   <translation>um etwas zu messen, braucht es mindestens 2 Proben; angegeben: {count}</translation>
  </message>
  <message>
   <source>at least {low:,.10g}</source>
   <translation>mindestens {low:,.10g}</translation>
  </message>
  <message>
   <source>at least {low:,.10g}, at most {high:,.10g}</source>
   <translation>mindestens {low:,.10g} und höchstens {high:,.10g}</translation>
  </message>
  <message>
   <source>at least {low:,.10g}, below {high:,.10g}</source>
   <translation>mindestens {low:,.10g} und kleiner als {high:,.10g}</translation>
  </message>
  <message>
   <source>at most {high:,.10g}</source>
   <translation>höchstens {high:,.10g}</translation>
  </message>
  <message>
   <source>at {place}</source>
   <translation>bei {place}</translation>
  </message>
  <message>
   <source>auto</source>
   <translation>auto</translation>
  </message>
  <message>
   <source>auto, cpu, cuda, cuda:1, mps …: where the networks run.</source>
   <translation>auto, cpu, cuda, cuda:1, mps …: wo die Netze rechnen.</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>autopilot on</source>
   <translation>Autopilot an</translation>
  </message>
  <message>
   <source>back to checkpoint {number} at {kimg:g} kimg</source>
   <translation>zurück zu Checkpoint {number} bei {kimg:g} kimg</translation>
  </message>
  <message>
   <source>batch: batch normalisation in G and D, as the paper; spectral: spectral norm in D, batch in G; none: neither.</source>
   <translation>batch: Batch-Normierung in G und D, wie im Artikel; spectral: Spektralnorm in D, Batch in G; none: keine von beiden.</translation>
  </message>
  <message>
   <source>before going back to {checkpoint}</source>
   <translation>vor dem Zurückgehen zu {checkpoint}</translation>
  </message>
  <message>
   <source>before: {remedy}</source>
   <translation>vor: {remedy}</translation>
  </message>
  <message>
   <source>below {high:,.10g}</source>
   <translation>kleiner als {high:,.10g}</translation>
  </message>
  <message>
   <source>best</source>
   <translation>bester</translation>
  </message>
  <message>
   <source>best by {metric}</source>
   <translation>bester nach {metric}</translation>
  </message>
  <message>
   <source>best {metric}</source>
   <translation>bester: {metric}</translation>
  </message>
  <message>
   <source>bf16</source>
   <translation>bf16</translation>
  </message>
  <message>
   <source>black and white</source>
   <translation>Schwarzweiß</translation>
  </message>
  <message>
   <source>both: batch normalisation and spectral norm in G and D, as published; batch: only that; spectral: spectral norm, batch in G; none: neither.</source>
   <translation>both: Batch-Normierung und Spektralnorm in G und D, wie veröffentlicht; batch: nur diese; spectral: Spektralnorm, Batch in G; none: keine von beiden.</translation>
  </message>
  <message>
   <source>by chance</source>
   <translation>durch Zufall</translation>
  </message>
  <message>
   <source>by kimg</source>
   <translation>nach kimg</translation>
  </message>
  <message>
   <source>by the clock</source>
   <translation>nach der Uhr</translation>
  </message>
  <message>
   <source>by time</source>
   <translation>nach Zeit</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>cannot be decoded ({fault})</source>
   <translation>lässt sich nicht dekodieren ({fault})</translation>
  </message>
  <message>
   <source>cannot be opened</source>
   <translation>nicht zu öffnen</translation>
  </message>
  <message>
   <source>cannot be read ({fault})</source>
   <translation>lässt sich nicht lesen ({fault})</translation>
  </message>
  <message>
   <source>cannot be unpacked (its checksum is wrong)</source>
   <translation>lässt sich nicht entpacken (die Prüfsumme stimmt nicht)</translation>
  </message>
  <message>
   <source>cannot be unpacked ({fault})</source>
   <translation>lässt sich nicht entpacken ({fault})</translation>
  </message>
  <message>
   <source>cannot change while a run trains; branch a checkpoint into a new run to use another value</source>
   <translation>ist nicht änderbar, während ein Lauf trainiert; für einen anderen Wert von einem Checkpoint einen neuen Lauf abzweigen</translation>
  </message>
  <message>
   <source>changed at random ({method}, p = {p:.3g} now)</source>
   <translation>zufällig verändert ({method}, jetzt p = {p:.3g})</translation>
  </message>
  <message>
   <source>changed at random ({method}, p up to {p:.3g})</source>
   <translation>zufällig verändert ({method}, p bis {p:.3g})</translation>
  </message>
  <message>
   <source>channels last</source>
   <translation>channels last</translation>
  </message>
  <message>
   <source>checkpoint</source>
   <translation>Checkpoint</translation>
  </message>
  <message>
   <source>checkpoint {name} does not fit the networks that these settings build ({fault}); use the network options it was trained with</source>
   <translation>Checkpoint {name} passt nicht zu den Netzen, die diese Einstellungen bauen ({fault}); die Netz-Optionen verwenden, mit denen er trainiert wurde</translation>
  </message>
  <message>
   <source>checkpoint {number}</source>
   <translation>Checkpoint {number}</translation>
  </message>
  <message>
   <source>checkpoint {number} ({kimg} kimg)</source>
   <translation>Checkpoint {number} ({kimg} kimg)</translation>
  </message>
  <message>
   <source>checkpoint {number} of {run}: {fault}; no other checkpoint is sound</source>
   <translation>Checkpoint {number} von {run}: {fault}; kein anderer Checkpoint ist heil</translation>
  </message>
  <message>
   <source>checkpoint {number} of {run}: {fault}; the newest sound one is {sound}: roll back to it with `gan-studio send {run} rollback {id}`</source>
   <translation>Checkpoint {number} von {run}: {fault}; der neueste heile ist {sound}: zu ihm zurückgehen mit `gan-studio send {run} rollback {id}`</translation>
  </message>
  <message>
   <source>checkpoint {number} saved</source>
   <translation>Checkpoint {number} gesichert</translation>
  </message>
  <message>
   <source>checkpoint {path}: {fault}; choose another one</source>
   <translation>Checkpoint {path}: {fault}; einen anderen wählen</translation>
  </message>
  <message>
   <source>chequers</source>
   <translation>Karomuster</translation>
  </message>
  <message>
   <source>choose a file or folder</source>
   <translation>Datei oder Ordner wählen</translation>
  </message>
  <message>
   <source>class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>class accuracy real</source>
   <translation>Klassen-Trefferquote, echte</translation>
  </message>
  <message>
   <source>class agreement</source>
   <translation>Klassentreue</translation>
  </message>
  <message>
   <source>class confidence</source>
   <translation>Klassensicherheit</translation>
  </message>
  <message>
   <source>class confidence real</source>
   <translation>Klassensicherheit, echte</translation>
  </message>
  <message>
   <source>class folders</source>
   <translation>Klassenordner</translation>
  </message>
  <message>
   <source>class share</source>
   <translation>Klassenanteil</translation>
  </message>
  <message>
   <source>class share max</source>
   <translation>größter Klassenanteil</translation>
  </message>
  <message>
   <source>class share min</source>
   <translation>kleinster Klassenanteil</translation>
  </message>
  <message>
   <source>class {name}</source>
   <translation>Klasse {name}</translation>
  </message>
  <message>
   <source>classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <source>classes found</source>
   <translation>gefundene Klassen</translation>
  </message>
  <message>
   <source>climbs out of its folder; such an entry is never unpacked</source>
   <translation>führt aus seinem Ordner hinaus; so ein Eintrag wird nie entpackt</translation>
  </message>
  <message>
   <source>colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>colour with transparency</source>
   <translation>Farbe mit Transparenz</translation>
  </message>
  <message>
   <source>colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>command {number} of the remedy: a remedy can {kind} not at all</source>
   <translation>Befehl {number} der Abhilfe: {kind} kann eine Abhilfe nicht</translation>
  </message>
  <message>
   <source>command {number} of the remedy: a remedy can {kind} only as its first command</source>
   <translation>Befehl {number} der Abhilfe: {kind} kann eine Abhilfe nur als ersten Befehl</translation>
  </message>
  <message>
   <source>command {number} of the remedy: {where}: {reason}</source>
   <translation>Befehl {number} der Abhilfe: {where}: {reason}</translation>
  </message>
  <message>
   <source>compiled</source>
   <translation>kompiliert</translation>
  </message>
  <message>
   <source>constant</source>
   <translation>konstant</translation>
  </message>
  <message>
   <source>cosine</source>
   <translation>Kosinus</translation>
  </message>
  <message>
   <source>count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>coverage</source>
   <translation>Abdeckung</translation>
  </message>
  <message>
   <source>crashed</source>
   <translation>unterbrochen</translation>
  </message>
  <message>
   <source>dd MMM HH:mm:ss</source>
   <translation>dd. MMM HH:mm:ss</translation>
  </message>
  <message>
   <source>default {value}</source>
   <translation>Standard {value}</translation>
  </message>
  <message>
   <source>density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <source>device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>digit accuracy</source>
   <translation>Ziffern-Trefferquote</translation>
  </message>
  <message>
   <source>discriminator</source>
   <translation>Diskriminator</translation>
  </message>
  <message>
   <source>discriminator ahead by a little</source>
   <translation>Diskriminator etwas voraus</translation>
  </message>
  <message>
   <source>discriminator behind</source>
   <translation>Diskriminator zurück</translation>
  </message>
  <message>
   <source>discriminator far ahead</source>
   <translation>Diskriminator weit voraus</translation>
  </message>
  <message>
   <source>discriminator level with the generator</source>
   <translation>Diskriminator gleichauf mit dem Generator</translation>
  </message>
  <message>
   <source>discriminator well ahead</source>
   <translation>Diskriminator deutlich voraus</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>drawing</source>
   <translation>zeichnen</translation>
  </message>
  <message>
   <source>drawn anew, without end</source>
   <translation>immer neu gezogen, ohne Ende</translation>
  </message>
  <message>
   <source>drawn without end</source>
   <translation>ohne Ende gezogen</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>end: {fault}</source>
   <translation>Ende: {fault}</translation>
  </message>
  <message>
   <source>error: {text}</source>
   <translation>Fehler: {text}</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>fake</source>
   <translation>gefälscht</translation>
  </message>
  <message>
   <source>far fewer colours than in the data</source>
   <translation>weit weniger Farben als in den Daten</translation>
  </message>
  <message>
   <source>fewer than 2 images are there to compare with; compare with the training images instead</source>
   <translation>es gibt weniger als 2 Bilder zum Vergleichen; stattdessen mit den Trainingsbildern vergleichen</translation>
  </message>
  <message>
   <source>field required</source>
   <translation>Angabe fehlt</translation>
  </message>
  <message>
   <source>finite</source>
   <translation>endlich</translation>
  </message>
  <message>
   <source>format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>found before the last start</source>
   <translation>vor dem letzten Start gefunden</translation>
  </message>
  <message>
   <source>fp16</source>
   <translation>fp16</translation>
  </message>
  <message>
   <source>fp32</source>
   <translation>fp32</translation>
  </message>
  <message>
   <source>fp64</source>
   <translation>fp64</translation>
  </message>
  <message>
   <source>freeze at most {stages}</source>
   <translation>höchstens {stages} einfrieren</translation>
  </message>
  <message>
   <source>freeze none</source>
   <translation>keine einfrieren</translation>
  </message>
  <message>
   <source>from checkpoint {number} ({kimg:g} kimg)</source>
   <translation>von Checkpoint {number} ({kimg:g} kimg)</translation>
  </message>
  <message>
   <source>from its beginning</source>
   <translation>vom Anfang</translation>
  </message>
  <message>
   <source>from {onset}</source>
   <translation>ab {onset}</translation>
  </message>
  <message>
   <source>generator</source>
   <translation>Generator</translation>
  </message>
  <message>
   <source>give the file with --inception-weights FILE</source>
   <translation>die Datei mit --inception-weights DATEI angeben</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>Grau</translation>
  </message>
  <message>
   <source>grey with transparency</source>
   <translation>Grau mit Transparenz</translation>
  </message>
  <message>
   <source>has 32-bit grey pixels (mode I); save it with 8 or 16 bits</source>
   <translation>hat graue 32-Bit-Pixel (Modus I); mit 8 oder 16 Bit speichern</translation>
  </message>
  <message>
   <source>has floating-point pixels (mode {mode}); save it with 8 or 16 bits as grey or RGB</source>
   <translation>hat Gleitkomma-Pixel (Modus {mode}); mit 8 oder 16 Bit als Grau oder RGB speichern</translation>
  </message>
  <message>
   <source>held-out reals</source>
   <translation>zurückgehaltene echte</translation>
  </message>
  <message>
   <source>high quality</source>
   <translation>hohe Qualität</translation>
  </message>
  <message>
   <source>images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>images/s</source>
   <translation>Bilder/s</translation>
  </message>
  <message>
   <source>in pairs: {labels}</source>
   <translation>in Paaren: {labels}</translation>
  </message>
  <message>
   <source>info: {text}</source>
   <translation>Hinweis: {text}</translation>
  </message>
  <message>
   <source>input should be a finite number</source>
   <translation>muss eine endliche Zahl sein</translation>
  </message>
  <message>
   <source>input should be a valid boolean</source>
   <translation>muss true oder false sein</translation>
  </message>
  <message>
   <source>input should be a valid boolean, unable to interpret input</source>
   <translation>muss true oder false sein</translation>
  </message>
  <message>
   <source>input should be a valid integer</source>
   <translation>muss eine ganze Zahl sein</translation>
  </message>
  <message>
   <source>input should be a valid integer, got a number with a fractional part</source>
   <translation>muss eine ganze Zahl sein, ohne Nachkommastellen</translation>
  </message>
  <message>
   <source>input should be a valid integer, unable to parse string as an integer</source>
   <translation>muss eine ganze Zahl sein</translation>
  </message>
  <message>
   <source>input should be a valid number</source>
   <translation>muss eine Zahl sein</translation>
  </message>
  <message>
   <source>input should be a valid number, unable to parse string as a number</source>
   <translation>muss eine Zahl sein</translation>
  </message>
  <message>
   <source>input should be a valid string</source>
   <translation>muss ein Text sein</translation>
  </message>
  <message>
   <source>input should be greater than or equal to {ge}</source>
   <translation>muss mindestens {ge} sein</translation>
  </message>
  <message>
   <source>input should be greater than {gt}</source>
   <translation>muss größer als {gt} sein</translation>
  </message>
  <message>
   <source>input should be less than or equal to {le}</source>
   <translation>darf höchstens {le} sein</translation>
  </message>
  <message>
   <source>input should be less than {lt}</source>
   <translation>muss kleiner als {lt} sein</translation>
  </message>
  <message>
   <source>input should be {choices}</source>
   <translation>muss {choices} sein</translation>
  </message>
  <message>
   <source>instance noise</source>
   <translation>Instanzrauschen</translation>
  </message>
  <message>
   <source>is a decompression bomb: {packed} kB would unpack to {size} MB</source>
   <translation>ist eine Dekompressionsbombe: {packed} kB ergäben entpackt {size} MB</translation>
  </message>
  <message>
   <source>is a link that leads nowhere</source>
   <translation>ist eine Verknüpfung ins Leere</translation>
  </message>
  <message>
   <source>is a {kind} file, which is not read; convert it to PNG or JPEG</source>
   <translation>ist eine {kind}-Datei, die nicht gelesen wird; in PNG oder JPEG umwandeln</translation>
  </message>
  <message>
   <source>is cut short: the file ends before the picture does</source>
   <translation>ist abgeschnitten: Die Datei endet vor dem Bild</translation>
  </message>
  <message>
   <source>is damaged: its pixels cannot be decoded</source>
   <translation>ist beschädigt: Seine Pixel lassen sich nicht dekodieren</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>ist leer</translation>
  </message>
  <message>
   <source>is encrypted; make the zip without a password</source>
   <translation>ist verschlüsselt; die Zip-Datei ohne Passwort erstellen</translation>
  </message>
  <message>
   <source>is in LAB colours (mode {mode}); save it with 8 or 16 bits as grey or RGB</source>
   <translation>hat LAB-Farben (Modus {mode}); mit 8 oder 16 Bit als Grau oder RGB speichern</translation>
  </message>
  <message>
   <source>is missing; choose one of {known}</source>
   <translation>fehlt; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>is no image that can be read, or its beginning is damaged</source>
   <translation>ist kein lesbares Bild, oder sein Anfang ist beschädigt</translation>
  </message>
  <message>
   <source>is no ordinary file</source>
   <translation>ist keine gewöhnliche Datei</translation>
  </message>
  <message>
   <source>is of a kind that cannot be read; save it anew as PNG or JPEG</source>
   <translation>ist von einer Art, die sich nicht lesen lässt; speichern Sie es neu als PNG oder JPEG</translation>
  </message>
  <message>
   <source>is too large: more than 89 megapixels; make it smaller first</source>
   <translation>ist zu groß: mehr als 89 Megapixel; zuerst verkleinern</translation>
  </message>
  <message>
   <source>is too large: {size} MB unpacked, at most {most} are read</source>
   <translation>ist zu groß: {size} MB entpackt, höchstens {most} werden gelesen</translation>
  </message>
  <message>
   <source>is too large: {size} MB, at most {most} are read</source>
   <translation>ist zu groß: {size} MB, höchstens {most} werden gelesen</translation>
  </message>
  <message>
   <source>it ends in the middle of a line</source>
   <translation>es endet mitten in einer Zeile</translation>
  </message>
  <message>
   <source>it has format {there}, and this version reads format {here}: update GAN Studio</source>
   <translation>es hat Format {there}, und diese Version liest Format {here}: GAN Studio aktualisieren</translation>
  </message>
  <message>
   <source>it holds no list of runs</source>
   <translation>sie enthält keine Liste von Läufen</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es ist ein Ordner</translation>
  </message>
  <message>
   <source>it is being trained now, by {who}.</source>
   <translation>Er wird gerade trainiert ({who}).</translation>
  </message>
  <message>
   <source>it is for images</source>
   <translation>nur für Bilder</translation>
  </message>
  <message>
   <source>it is for images, grey or in three colours</source>
   <translation>nur für Bilder, grau oder in drei Farben</translation>
  </message>
  <message>
   <source>it is larger than {limit:,} bytes</source>
   <translation>sie ist größer als {limit:,} Byte</translation>
  </message>
  <message>
   <source>it is missing</source>
   <translation>sie fehlt</translation>
  </message>
  <message>
   <source>it is not there any more</source>
   <translation>nicht mehr vorhanden</translation>
  </message>
  <message>
   <source>it is not where the directory says</source>
   <translation>der Eintrag liegt nicht, wo das Verzeichnis sagt</translation>
  </message>
  <message>
   <source>it is right in {right:.0f} % of the cases, and only {share:.2f} of the samples look like data</source>
   <translation>er hat in {right:.0f} % der Fälle recht, und nur ein Anteil von {share:.2f} der Proben sieht wie Daten aus</translation>
  </message>
  <message>
   <source>it is right in {right:.1f} % of the cases</source>
   <translation>er hat in {right:.1f} % der Fälle recht</translation>
  </message>
  <message>
   <source>it means nothing under the options in force now</source>
   <translation>unter den jetzt geltenden Einstellungen bedeutet er nichts</translation>
  </message>
  <message>
   <source>it needs a data set whose modes are known, such as ring or grid</source>
   <translation>nötig ist ein Datensatz mit bekannten Modi, etwa Ring oder Gitter</translation>
  </message>
  <message>
   <source>it needs at least {count} real samples</source>
   <translation>nötig sind mindestens {count} echte Beispiele</translation>
  </message>
  <message>
   <source>it needs labelled images of at least 2 classes</source>
   <translation>nötig sind Bilder mit mindestens 2 Klassen</translation>
  </message>
  <message>
   <source>it needs more than {count} real samples</source>
   <translation>nötig sind mehr als {count} echte Beispiele</translation>
  </message>
  <message>
   <source>it needs stacked digits or Stacked MNIST</source>
   <translation>nötig sind gestapelte Ziffern oder Stacked MNIST</translation>
  </message>
  <message>
   <source>it needs torch-fidelity, which is not installed: {command}</source>
   <translation>nötig ist torch-fidelity, das nicht installiert ist: {command}</translation>
  </message>
  <message>
   <source>it tells training data from new data in {right:.0f} % of the cases</source>
   <translation>er unterscheidet Trainingsdaten in {right:.0f} % der Fälle von neuen Daten</translation>
  </message>
  <message>
   <source>it was asked before this start</source>
   <translation>es wurde vor diesem Start verlangt</translation>
  </message>
  <message>
   <source>it was slower than without</source>
   <translation>es war langsamer als ohne</translation>
  </message>
  <message>
   <source>its directory is damaged: {fault}</source>
   <translation>das Verzeichnis ist beschädigt: {fault}</translation>
  </message>
  <message>
   <source>its directory would begin before the file does</source>
   <translation>das Verzeichnis begänne vor der Datei</translation>
  </message>
  <message>
   <source>its disk reports an error</source>
   <translation>der Datenträger meldet einen Fehler</translation>
  </message>
  <message>
   <source>its double</source>
   <translation>ihr Doppel</translation>
  </message>
  <message>
   <source>its folder is gone</source>
   <translation>der Ordner ist weg</translation>
  </message>
  <message>
   <source>its id {id} is not its file's name</source>
   <translation>ihre Kennung {id} ist nicht ihr Dateiname</translation>
  </message>
  <message>
   <source>its networks compare what passes together, so the result differs from the whole batch's</source>
   <translation>die Netze vergleichen, was zusammen durchläuft, und so weicht das Ergebnis vom ganzen Batch ab</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message>
   <source>kimg</source>
   <translation>kimg</translation>
  </message>
  <message>
   <source>label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>label in data</source>
   <translation>Label in Daten</translation>
  </message>
  <message>
   <source>last {value:.3g}</source>
   <translation>zuletzt {value:.3g}</translation>
  </message>
  <message>
   <source>last at {at} kimg</source>
   <translation>letzte bei {at} kimg</translation>
  </message>
  <message>
   <source>latent</source>
   <translation>Latent</translation>
  </message>
  <message>
   <source>left out: not decoded</source>
   <translation>weggelassen: nicht dekodiert</translation>
  </message>
  <message>
   <source>length: {fault}</source>
   <translation>Länge: {fault}</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>linear</translation>
  </message>
  <message>
   <source>live</source>
   <translation>live</translation>
  </message>
  <message>
   <source>loading</source>
   <translation>Laden</translation>
  </message>
  <message>
   <source>loading Inception</source>
   <translation>Inception laden</translation>
  </message>
  <message>
   <source>loading the engine …</source>
   <translation>Rechenkern wird geladen …</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>may be changed while training</source>
   <translation>während des Trainings änderbar</translation>
  </message>
  <message>
   <source>mean sign of D, real</source>
   <translation>mittleres Vorzeichen von D, echt</translation>
  </message>
  <message>
   <source>memo</source>
   <translation>Originalität</translation>
  </message>
  <message>
   <source>mended, {what}</source>
   <translation>behoben, {what}</translation>
  </message>
  <message>
   <source>min</source>
   <translation>min</translation>
  </message>
  <message>
   <source>missing here: {names}</source>
   <translation>fehlt hier: {names}</translation>
  </message>
  <message>
   <source>missing there: {names}</source>
   <translation>fehlt dort: {names}</translation>
  </message>
  <message numerus="yes">
   <source>mlp is for at most {most} values, such as 32×32 in colour, and these images have {values}; choose dcgan or r3gan, or images at most {height} high and {width} wide with {n} channels</source>
   <extracomment>mlp is for at most {most} values, such as 32×32 in colour, and these images have {values}; choose dcgan or r3gan, or images at most {height} high and {width} wide with {n} channel</extracomment>
   <translation>
    <numerusform>mlp ist für höchstens {most} Werte, etwa 32×32 in Farbe, und diese Bilder haben {values}; dcgan oder r3gan wählen oder Bilder, die höchstens {height} hoch und {width} breit sind, mit {n} Kanal</numerusform>
    <numerusform>mlp ist für höchstens {most} Werte, etwa 32×32 in Farbe, und diese Bilder haben {values}; dcgan oder r3gan wählen oder Bilder, die höchstens {height} hoch und {width} breit sind, mit {n} Kanälen</numerusform>
   </translation>
  </message>
  <message>
   <source>modes</source>
   <translation>Modi</translation>
  </message>
  <message>
   <source>more than {n:,} seeds in a list; write one range, such as 0-1999999, instead</source>
   <translation>mehr als {n:,} Seeds in einer Liste; schreiben Sie stattdessen einen Bereich wie 0-1999999</translation>
  </message>
  <message>
   <source>moved</source>
   <translation>gewandert</translation>
  </message>
  <message>
   <source>moved to the bin</source>
   <translation>in den Papierkorb verschoben</translation>
  </message>
  <message>
   <source>must be a finite number</source>
   <translation>muss eine endliche Zahl sein</translation>
  </message>
  <message>
   <source>must be a group of options, got {value}</source>
   <translation>muss eine Gruppe von Optionen sein; angegeben: {value}</translation>
  </message>
  <message>
   <source>must be a number or a schedule such as 0.2 -&gt; 0.002 cosine 50, where 50 are the kimg it takes</source>
   <translation>muss eine Zahl sein oder ein Verlauf wie 0.2 -&gt; 0.002 cosine 50, wobei 50 die Dauer in kimg ist</translation>
  </message>
  <message>
   <source>must be a number, such as {example}; got {value}</source>
   <translation>muss eine Zahl sein, etwa {example}; nicht {value}</translation>
  </message>
  <message>
   <source>must be a number; got {value}</source>
   <translation>muss eine Zahl sein; angegeben: {value}</translation>
  </message>
  <message>
   <source>must be a whole number; got {value}</source>
   <translation>muss eine ganze Zahl sein; nicht {value}</translation>
  </message>
  <message>
   <source>must be one of {choices}</source>
   <translation>muss eines von diesen sein: {choices}</translation>
  </message>
  <message>
   <source>must be {limits}; got {value:,.10g}</source>
   <translation>muss {limits} sein; angegeben: {value:,.10g}</translation>
  </message>
  <message>
   <source>must lie between 0 and {last}</source>
   <translation>muss zwischen 0 und {last} liegen</translation>
  </message>
  <message>
   <source>must name a kind, got {value}</source>
   <translation>muss eine Art nennen; angegeben: {value}</translation>
  </message>
  <message>
   <source>nearest sample</source>
   <translation>nächste Probe</translation>
  </message>
  <message>
   <source>nearly all parts of the data get no samples</source>
   <translation>fast alle Teile der Daten bekommen keine Proben</translation>
  </message>
  <message>
   <source>needs a number</source>
   <translation>braucht eine Zahl</translation>
  </message>
  <message>
   <source>needs a number, {limits}</source>
   <translation>braucht eine Zahl, {limits}</translation>
  </message>
  <message>
   <source>neighbours are drawn from a checkpoint, and this run has none yet; press Save checkpoint, or wait for the first one</source>
   <translation>Nachbarn erzeugt ein Checkpoint, und dieser Lauf hat noch keinen; drücken Sie „Checkpoint speichern“ oder warten Sie auf den ersten</translation>
  </message>
  <message>
   <source>networks this small are fastest on one core, in fp32</source>
   <translation>so kleine Netze sind auf einem Kern am schnellsten, in fp32</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>newest</source>
   <translation>neuester</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no alarm</source>
   <translation>kein Alarm</translation>
  </message>
  <message>
   <source>no answer in time</source>
   <translation>keine rechtzeitige Antwort</translation>
  </message>
  <message>
   <source>no check was made since the run went on from here</source>
   <translation>seit der Lauf von hier weiterging, gab es keine Prüfung</translation>
  </message>
  <message>
   <source>no file chosen</source>
   <translation>keine Datei gewählt</translation>
  </message>
  <message>
   <source>no folder chosen</source>
   <translation>kein Ordner gewählt</translation>
  </message>
  <message>
   <source>no folder is named yet; choose one with pictures</source>
   <translation>noch ist kein Ordner genannt; wählen Sie einen mit Bildern</translation>
  </message>
  <message>
   <source>no other run</source>
   <translation>kein anderer Lauf</translation>
  </message>
  <message>
   <source>no permission to read it</source>
   <translation>keine Leseberechtigung</translation>
  </message>
  <message>
   <source>no space left in {folder}: about {needed} are needed and {free} are free. Delete files or old runs there, or move the run to a larger disk.</source>
   <translation>kein Platz mehr in {folder}: Etwa {needed} sind nötig und {free} frei. Dort Dateien oder alte Läufe löschen oder den Lauf auf eine größere Platte verschieben.</translation>
  </message>
  <message>
   <source>no space left in {folder}: {free} are free. Delete files or old runs there, or move the run to a larger disk.</source>
   <translation>kein Platz mehr in {folder}: {free} sind frei. Dort Dateien oder alte Läufe löschen oder den Lauf auf eine größere Platte verschieben.</translation>
  </message>
  <message>
   <source>no zip is named yet; choose one with pictures</source>
   <translation>noch ist keine ZIP-Datei genannt; wählen Sie eine mit Bildern</translation>
  </message>
  <message>
   <source>nobody trains this run any more</source>
   <translation>dieser Lauf wird nicht mehr trainiert</translation>
  </message>
  <message>
   <source>nobody trains {run}, so nothing was asked of it; `gan-studio resume {run}` starts it</source>
   <translation>niemand trainiert {run}, daher wurde nichts verlangt; `gan-studio resume {run}` startet den Lauf</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none</source>
   <comment>setting</comment>
   <translation>keine Angabe</translation>
  </message>
  <message>
   <source>none of its weights has the name and shape of one here; choose the network and width that it was trained with</source>
   <translation>keines seiner Gewichte hat Namen und Form eines hiesigen; Netz und Breite wählen, mit denen er trainiert wurde</translation>
  </message>
  <message>
   <source>norm</source>
   <translation>Norm</translation>
  </message>
  <message>
   <source>not a number</source>
   <translation>keine Zahl</translation>
  </message>
  <message>
   <source>nothing is being measured</source>
   <translation>es wird nichts gemessen</translation>
  </message>
  <message>
   <source>nothing is faster here ({much})</source>
   <translation>nichts ist hier schneller ({much})</translation>
  </message>
  <message>
   <source>number {row:,}</source>
   <translation>Nummer {row:,}</translation>
  </message>
  <message>
   <source>of another shape: {names}</source>
   <translation>von anderer Form: {names}</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>off</source>
   <comment>setting</comment>
   <translation>aus</translation>
  </message>
  <message>
   <source>ok: {text}</source>
   <translation>Erledigt: {text}</translation>
  </message>
  <message>
   <source>older ones are thinned out, as the settings say</source>
   <translation>ältere werden ausgedünnt, wie die Einstellungen es sagen</translation>
  </message>
  <message>
   <source>on</source>
   <comment>setting</comment>
   <translation>an</translation>
  </message>
  <message>
   <source>one sample tells nothing; give at least 2, or 0 for the usual number</source>
   <translation>eine Probe sagt nichts; mindestens 2 angeben oder 0 für die übliche Zahl</translation>
  </message>
  <message>
   <source>only {share:.2f} of the samples look like data</source>
   <translation>nur ein Anteil von {share:.2f} der Proben sieht wie Daten aus</translation>
  </message>
  <message>
   <source>originality</source>
   <translation>Originalität</translation>
  </message>
  <message>
   <source>output</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <source>over</source>
   <comment>schedule</comment>
   <translation>über</translation>
  </message>
  <message>
   <source>p can follow D only where its sign means real or fake; switch adaptive off, or choose one of these losses: {known}</source>
   <translation>p kann D nur folgen, wo dessen Vorzeichen echt oder gefälscht bedeutet; adaptive abschalten oder einen dieser Verluste wählen: {known}</translation>
  </message>
  <message>
   <source>packed by method {method}, which is not read</source>
   <translation>gepackt mit Verfahren {method}, das nicht gelesen wird</translation>
  </message>
  <message>
   <source>palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>parts of {n}</source>
   <translation>Teile zu {n}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>pausiert</translation>
  </message>
  <message>
   <source>per step</source>
   <translation>pro Schritt</translation>
  </message>
  <message>
   <source>pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>pictures are changed with probability {p:.2f}</source>
   <translation>Bilder werden mit Wahrscheinlichkeit {p:.2f} verändert</translation>
  </message>
  <message>
   <source>pictures of {width}×{height}, {colours}</source>
   <translation>Bilder mit {width}×{height}, {colours}</translation>
  </message>
  <message>
   <source>pinned</source>
   <translation>angeheftet</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <source>points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>precision</source>
   <translation>Precision</translation>
  </message>
  <message>
   <source>precision {precision:.2f}</source>
   <translation>Precision {precision:.2f}</translation>
  </message>
  <message>
   <source>preparing</source>
   <translation>in Vorbereitung</translation>
  </message>
  <message>
   <source>probability p</source>
   <translation>Wahrscheinlichkeit p</translation>
  </message>
  <message>
   <source>process {number} on {host} finds {there} GPUs; start at most {there} processes there, by --nproc-per-node</source>
   <translation>Prozess {number} auf {host} findet {there} GPUs; dort höchstens {there} Prozesse starten, mit --nproc-per-node</translation>
  </message>
  <message>
   <source>process {pid} on {host}</source>
   <translation>Prozess {pid} auf {host}</translation>
  </message>
  <message>
   <source>process {pid}, which was to train it, has not begun within {seconds:g} s</source>
   <translation>Prozess {pid}, der ihn trainieren sollte, hat in {seconds:g} s nicht begonnen</translation>
  </message>
  <message>
   <source>psi</source>
   <translation>psi</translation>
  </message>
  <message>
   <source>quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>quality </source>
   <translation>Qualität </translation>
  </message>
  <message>
   <source>rank {rank} did not find the other {others} processes: {fault}</source>
   <translation>Rang {rank} fand die anderen {others} Prozesse nicht: {fault}</translation>
  </message>
  <message>
   <source>rank {rank} of {size}</source>
   <translation>Rang {rank} von {size}</translation>
  </message>
  <message>
   <source>rank {rank} of {size} ({where})</source>
   <translation>Rang {rank} von {size} ({where})</translation>
  </message>
  <message>
   <source>rank {rank} of {size} ({where}), which said: {last}</source>
   <translation>Rang {rank} von {size} ({where}), zuletzt gemeldet: {last}</translation>
  </message>
  <message>
   <source>rank {rank} of {size}, which said: {last}</source>
   <translation>Rang {rank} von {size}, zuletzt gemeldet: {last}</translation>
  </message>
  <message>
   <source>ratio</source>
   <translation>Verhältnis</translation>
  </message>
  <message>
   <source>reading the reference</source>
   <translation>Referenz lesen</translation>
  </message>
  <message>
   <source>real</source>
   <translation>echt</translation>
  </message>
  <message>
   <source>real, {name}</source>
   <translation>echt, {name}</translation>
  </message>
  <message>
   <source>reals</source>
   <translation>echte</translation>
  </message>
  <message>
   <source>recall</source>
   <translation>Recall</translation>
  </message>
  <message>
   <source>resnet: D's blocks have shortcuts, as the paper; plain: none, for 32×32 and less.</source>
   <translation>resnet: Die Blöcke von D haben Abkürzungen, wie im Artikel; plain: keine, für 32×32 und weniger.</translation>
  </message>
  <message>
   <source>resource {name} is missing from this installation; install GAN Studio again</source>
   <translation>die Ressource {name} fehlt in dieser Installation; GAN Studio neu installieren</translation>
  </message>
  <message>
   <source>resumed</source>
   <translation>fortgesetzt</translation>
  </message>
  <message>
   <source>reverse KL</source>
   <translation>umgekehrte KL</translation>
  </message>
  <message>
   <source>running</source>
   <translation>im Training</translation>
  </message>
  <message>
   <source>sample</source>
   <translation>Probe</translation>
  </message>
  <message>
   <source>samples</source>
   <translation>Proben</translation>
  </message>
  <message>
   <source>samples differ only {times:.2f} times as much as the data</source>
   <translation>Proben unterscheiden sich nur {times:.2f}-mal so stark wie die Daten</translation>
  </message>
  <message>
   <source>samples lie {times:.2f} times as far from the training data as new data does</source>
   <translation>Proben liegen {times:.2f}-mal so weit von den Trainingsdaten wie neue Daten</translation>
  </message>
  <message>
   <source>samples look like their class {times:.2f} times as often as the data do</source>
   <translation>Proben sehen {times:.2f}-mal so oft nach ihrer Klasse aus wie die Daten</translation>
  </message>
  <message>
   <source>saturated</source>
   <translation>gesättigt</translation>
  </message>
  <message>
   <source>say how many samples to make</source>
   <translation>angeben, wie viele Proben entstehen sollen</translation>
  </message>
  <message>
   <source>seed {seed}</source>
   <translation>Seed {seed}</translation>
  </message>
  <message>
   <source>seed {seed} appears {times} times; a seed makes one sample, so list it once</source>
   <translation>Seed {seed} kommt {times}-mal vor; ein Seed ergibt eine Probe, also nur einmal nennen</translation>
  </message>
  <message>
   <source>seed {seed} chosen</source>
   <translation>Seed {seed} gewählt</translation>
  </message>
  <message>
   <source>seeds</source>
   <translation>Seeds</translation>
  </message>
  <message>
   <source>seeds from </source>
   <translation>Seeds ab </translation>
  </message>
  <message>
   <source>set 'folder' to where the file lies already</source>
   <translation>bei „Ordner“ angeben, wo die Datei schon liegt</translation>
  </message>
  <message>
   <source>set aside</source>
   <translation>zurückgehalten</translation>
  </message>
  <message>
   <source>set aside, never trained on</source>
   <translation>zurückgehalten, nie trainiert</translation>
  </message>
  <message>
   <source>set network.minibatch_std to 0</source>
   <translation>network.minibatch_std auf 0 setzen</translation>
  </message>
  <message>
   <source>set network.norm to none or spectral</source>
   <translation>network.norm auf none oder spectral setzen</translation>
  </message>
  <message>
   <source>share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>share max</source>
   <translation>größter Anteil</translation>
  </message>
  <message>
   <source>share min</source>
   <translation>kleinster Anteil</translation>
  </message>
  <message>
   <source>since {onset}</source>
   <translation>seit {onset}</translation>
  </message>
  <message>
   <source>since {onset}, {ago} ago</source>
   <translation>seit {onset}, vor {ago}</translation>
  </message>
  <message>
   <source>size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>slope at fakes</source>
   <translation>Steigung bei Fälschungen</translation>
  </message>
  <message>
   <source>slope at reals</source>
   <translation>Steigung bei echten</translation>
  </message>
  <message>
   <source>slope of G</source>
   <translation>Steigung von G</translation>
  </message>
  <message>
   <source>small first letter</source>
   <comment>setting in a sentence</comment>
   <translation>wie es ist</translation>
  </message>
  <message>
   <source>some parts of the data get hardly any samples</source>
   <translation>manche Teile der Daten bekommen kaum Proben</translation>
  </message>
  <message>
   <source>some results are no finite numbers (usual: none)</source>
   <translation>manche Ergebnisse sind keine endlichen Zahlen (üblich: keine)</translation>
  </message>
  <message>
   <source>spread max</source>
   <translation>größte Streuung</translation>
  </message>
  <message>
   <source>spread min</source>
   <translation>kleinste Streuung</translation>
  </message>
  <message>
   <source>spread {spread:.2f} of the data's</source>
   <translation>Streuung {spread:.2f}-mal die der Daten</translation>
  </message>
  <message>
   <source>stage {stage} of this discriminator was not in that checkpoint, or not whole, and frozen it would stay random: {most}</source>
   <translation>Stufe {stage} dieses Diskriminators war nicht oder nicht ganz in jenem Checkpoint und bliebe eingefroren zufällig: {most}</translation>
  </message>
  <message>
   <source>start: {fault}</source>
   <translation>Start: {fault}</translation>
  </message>
  <message>
   <source>steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>stopped after saving</source>
   <translation>nach dem Speichern angehalten</translation>
  </message>
  <message>
   <source>string should have at least {min_length} character</source>
   <translation>der Text muss mindestens {min_length} Zeichen haben</translation>
  </message>
  <message>
   <source>string should have at most {max_length} characters</source>
   <translation>der Text darf höchstens {max_length} Zeichen haben</translation>
  </message>
  <message>
   <source>the GPU waited {seconds:g} s for the others</source>
   <translation>die GPU wartete {seconds:g} s auf die anderen</translation>
  </message>
  <message>
   <source>the augmentation's probability starts afresh: the checkpoint holds none</source>
   <translation>die Wahrscheinlichkeit der Augmentierung beginnt neu: Der Checkpoint enthält keine</translation>
  </message>
  <message>
   <source>the command's id {id} cannot be a file's name: use letters, digits, - and _</source>
   <translation>die Kennung {id} des Befehls kann kein Dateiname sein: Buchstaben, Ziffern, - und _ verwenden</translation>
  </message>
  <message>
   <source>the connection was cut</source>
   <translation>die Verbindung brach ab</translation>
  </message>
  <message>
   <source>the data set has fewer than 2 samples: nothing can be measured against it; add more</source>
   <translation>der Datensatz hat weniger als 2 Beispiele: An ihm lässt sich nichts messen; weitere hinzufügen</translation>
  </message>
  <message>
   <source>the data set names classes but gives no labels; switch its 'labelled' option off</source>
   <translation>der Datensatz nennt Klassen, gibt aber keine Labels; „Klassen verwenden“ abschalten</translation>
  </message>
  <message>
   <source>the decoded data needs {needed:,.0f} MB and {state}</source>
   <translation>die dekodierten Daten brauchen {needed:,.0f} MB, und {state}</translation>
  </message>
  <message>
   <source>the discriminator begins anew</source>
   <translation>der Diskriminator beginnt von vorn</translation>
  </message>
  <message>
   <source>the disk that holds {folder} is full: {state}; free some space, clear what is not in use with `gan-studio cache --clear`, choose smaller pictures, or move the studio's home to another disk</source>
   <translation>die Platte mit {folder} ist voll: {state}; Platz schaffen, Unbenutztes mit `gan-studio cache --clear` leeren, kleinere Bilder wählen oder den Ordner des Studios auf eine andere Platte verlegen</translation>
  </message>
  <message>
   <source>the doctor needs at least {least} training samples to compare with, and the data set has {n}; add more</source>
   <translation>der Doktor braucht mindestens {least} Trainingsbilder zum Vergleich, und der Datensatz hat {n}; fügen Sie weitere hinzu</translation>
  </message>
  <message>
   <source>the file ends before it does</source>
   <translation>die Datei endet vor dem Eintrag</translation>
  </message>
  <message>
   <source>the file is larger than {limit} GB</source>
   <translation>die Datei ist größer als {limit} GB</translation>
  </message>
  <message>
   <source>the file {name} is no command: {fault}</source>
   <translation>die Datei {name} ist kein Befehl: {fault}</translation>
  </message>
  <message>
   <source>the first check comes soon</source>
   <translation>die erste Prüfung kommt bald</translation>
  </message>
  <message>
   <source>the folder cannot be read ({fault})</source>
   <translation>der Ordner lässt sich nicht lesen ({fault})</translation>
  </message>
  <message>
   <source>the folder {path} is not there; choose it again if it has moved</source>
   <translation>der Ordner {path} ist nicht da; neu wählen, falls er verschoben wurde</translation>
  </message>
  <message>
   <source>the generator makes numbers that are not finite, so there is nothing to export; choose an earlier checkpoint</source>
   <translation>der Generator macht Zahlen, die nicht endlich sind, daher gibt es nichts zu exportieren; einen früheren Checkpoint wählen</translation>
  </message>
  <message>
   <source>the generator makes numbers that are not finite, so there is nothing to measure; choose an earlier checkpoint</source>
   <translation>der Generator macht Zahlen, die nicht endlich sind, daher gibt es nichts zu messen; einen früheren Checkpoint wählen</translation>
  </message>
  <message>
   <source>the generator's file does not fit its settings: {fault}</source>
   <translation>die Datei des Generators passt nicht zu seinen Einstellungen: {fault}</translation>
  </message>
  <message>
   <source>the last check found it well again</source>
   <translation>die letzte Prüfung fand ihn wieder gesund</translation>
  </message>
  <message>
   <source>the list is empty; give at least one seed</source>
   <translation>die Liste ist leer; mindestens einen Seed angeben</translation>
  </message>
  <message>
   <source>the list is empty; name at least one class, or leave it out</source>
   <translation>die Liste ist leer; mindestens eine Klasse nennen oder sie weglassen</translation>
  </message>
  <message>
   <source>the memory does not suffice beside training; choose a smaller evaluation.count</source>
   <translation>der Speicher reicht neben dem Training nicht; wählen Sie ein kleineres evaluation.count</translation>
  </message>
  <message>
   <source>the modes of stacked digits are counted by `modes`</source>
   <translation>die Modi gestapelter Ziffern zählt `modes`</translation>
  </message>
  <message>
   <source>the process that was to train it ended at once, with exit code {code}</source>
   <translation>der Prozess, der ihn trainieren sollte, endete sofort, mit Exitcode {code}</translation>
  </message>
  <message>
   <source>the random numbers ({name}) start afresh: the checkpoint is from another kind of device</source>
   <translation>die Zufallszahlen ({name}) beginnen neu: Der Checkpoint stammt von einer anderen Art Gerät</translation>
  </message>
  <message>
   <source>the record of a large zip is not where it should be</source>
   <translation>der Vermerk einer großen Zip-Datei liegt nicht, wo er sollte</translation>
  </message>
  <message>
   <source>the remedy has no commands</source>
   <translation>die Abhilfe hat keine Befehle</translation>
  </message>
  <message>
   <source>the run ended before this was applied</source>
   <translation>der Lauf endete, bevor dies übernommen wurde</translation>
  </message>
  <message>
   <source>the run folder {path} cannot be made: {fault}; choose a place where you may write</source>
   <translation>der Laufordner {path} lässt sich nicht anlegen: {fault}; einen Ort wählen, an dem Sie schreiben dürfen</translation>
  </message>
  <message>
   <source>the run is not paused</source>
   <translation>der Lauf ist nicht pausiert</translation>
  </message>
  <message>
   <source>the run is paused already</source>
   <translation>der Lauf ist schon pausiert</translation>
  </message>
  <message>
   <source>the run went back to {kimg:g} kimg, before it was raised</source>
   <translation>der Lauf ging auf {kimg:g} kimg zurück, vor den Beginn des Alarms</translation>
  </message>
  <message>
   <source>the samples do not look like the data yet ({unlike}); this is judged from {kimg} kimg on</source>
   <translation>die Proben sehen noch nicht wie die Daten aus ({unlike}); beurteilt wird das ab {kimg} kimg</translation>
  </message>
  <message>
   <source>the samples have a cast</source>
   <translation>die Proben haben einen Farbstich</translation>
  </message>
  <message>
   <source>the server says {code} {reason}</source>
   <translation>der Server meldet {code} {reason}</translation>
  </message>
  <message>
   <source>the sizes differ, {width}×{height} is the median</source>
   <translation>die Größen sind verschieden, {width}×{height} ist der Median</translation>
  </message>
  <message>
   <source>the template cannot be kept in {folder}: {fault}; choose a home where you may write in the settings</source>
   <translation>die Vorlage lässt sich in {folder} nicht ablegen: {fault}; in den Einstellungen einen Ordner wählen, in den Sie schreiben dürfen</translation>
  </message>
  <message>
   <source>the weights do not fit Inception-v3 ({fault}); fetch {name} again</source>
   <translation>die Gewichte passen nicht zu Inception-v3 ({fault}); {name} neu holen</translation>
  </message>
  <message>
   <source>the zip {path} is not there; choose it again if it has moved</source>
   <translation>die Zip-Datei {path} ist nicht da; neu wählen, falls sie verschoben wurde</translation>
  </message>
  <message>
   <source>the {network}'s optimiser starts afresh: the checkpoint's was of another kind</source>
   <translation>der Optimierer ({network}) beginnt neu: Der des Checkpoints war von anderer Art</translation>
  </message>
  <message>
   <source>there is more after its end</source>
   <translation>nach dem Ende kommt noch etwas</translation>
  </message>
  <message>
   <source>there is no class {name}; choose from {known}, or their numbers from 0 to {last}</source>
   <translation>es gibt keine Klasse {name}; zur Wahl stehen {known} oder ihre Nummern von 0 bis {last}</translation>
  </message>
  <message>
   <source>there is no class {number}; the classes are 0 to {last}</source>
   <translation>es gibt keine Klasse {number}; die Klassen sind 0 bis {last}</translation>
  </message>
  <message>
   <source>there is no class {number}; the classes are none: this run was trained without labels</source>
   <translation>es gibt keine Klasse {number}; dieser Lauf wurde ohne Klassen trainiert</translation>
  </message>
  <message>
   <source>there is no run folder {path}</source>
   <translation>es gibt keinen Laufordner {path}</translation>
  </message>
  <message>
   <source>there is no run {text} in {folder}; there are {runs}</source>
   <translation>es gibt keinen Lauf {text} in {folder}; vorhanden sind {runs}</translation>
  </message>
  <message>
   <source>there is no run {text}: {folder} holds none yet</source>
   <translation>es gibt keinen Lauf {text}: {folder} enthält noch keinen</translation>
  </message>
  <message>
   <source>there is no template {name}; choose one of {known}</source>
   <translation>es gibt keine Vorlage {name}; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>there is none called {name}; choose from {known}</source>
   <translation>es gibt keine namens {name}; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>there was no time to try others ({much})</source>
   <translation>für andere Versuche war keine Zeit ({much})</translation>
  </message>
  <message>
   <source>these data are drawn anew for every step, without end: there is no training picture to compare with</source>
   <translation>diese Daten werden für jeden Schritt neu gezogen, ohne Ende: Es gibt kein Trainingsbild zum Vergleichen</translation>
  </message>
  <message>
   <source>these networks compare the images of a batch, and {processes} processes need at least 2 each; choose {least} or more</source>
   <translation>diese Netze vergleichen die Bilder eines Batches, und {processes} Prozesse brauchen je mindestens 2; {least} oder mehr wählen</translation>
  </message>
  <message>
   <source>they settle again</source>
   <translation>sie beruhigen sich wieder</translation>
  </message>
  <message>
   <source>this check</source>
   <translation>diese Prüfung</translation>
  </message>
  <message>
   <source>this discriminator has {there} stages, and the last must learn: choose at most {most}; got {stages}</source>
   <translation>dieser Diskriminator hat {there} Stufen, und die letzte muss lernen: höchstens {most} wählen; angegeben: {stages}</translation>
  </message>
  <message>
   <source>this run makes points, which have no pixels; leave enlarging out</source>
   <translation>Dieser Lauf macht Punkte, die keine Pixel haben; lassen Sie das Vergrößern weg</translation>
  </message>
  <message>
   <source>this run was trained without labels, so no class can be asked for; leave the classes out</source>
   <translation>dieser Lauf wurde ohne Klassen trainiert, daher lässt sich keine verlangen; die Klassen weglassen</translation>
  </message>
  <message>
   <source>this run was trained without labels, so there are no classes to sort by; turn class folders off</source>
   <translation>dieser Lauf wurde ohne Klassen trainiert, daher lässt sich nicht nach ihnen ordnen; Klassenordner abschalten</translation>
  </message>
  <message>
   <source>time spent measuring</source>
   <translation>Zeit fürs Messen</translation>
  </message>
  <message>
   <source>tint</source>
   <translation>Farbstich</translation>
  </message>
  <message>
   <source>too early to tell</source>
   <translation>noch zu früh zu sagen</translation>
  </message>
  <message>
   <source>torch-fidelity is not installed: {command}</source>
   <translation>torch-fidelity ist nicht installiert: {command}</translation>
  </message>
  <message>
   <source>torchrun tells each process {names}, and nobody did; start it so: {command}</source>
   <translation>torchrun nennt jedem Prozess {names}, und niemand tat das; so starten: {command}</translation>
  </message>
  <message>
   <source>trained on</source>
   <translation>wird trainiert</translation>
  </message>
  <message>
   <source>training picture</source>
   <translation>Trainingsbild</translation>
  </message>
  <message>
   <source>twice the width must be a multiple of group_size {size}; choose {near}</source>
   <translation>die doppelte Breite muss ein Vielfaches der Gruppengröße {size} sein; {near} wählen</translation>
  </message>
  <message>
   <source>unknown kind {name}; choose one of {known}</source>
   <translation>unbekannte Art {name}; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>unknown option; known here: {known}</source>
   <translation>unbekannte Option; hier bekannt: {known}</translation>
  </message>
  <message>
   <source>unknown option; the groups are {groups}</source>
   <translation>unbekannte Option; die Gruppen sind {groups}</translation>
  </message>
  <message>
   <source>usual</source>
   <translation>üblich</translation>
  </message>
  <message>
   <source>usual in this run: {usual}</source>
   <translation>in diesem Lauf üblich: {usual}</translation>
  </message>
  <message>
   <source>value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>vanished</source>
   <translation>verschwunden</translation>
  </message>
  <message>
   <source>variety</source>
   <translation>Vielfalt</translation>
  </message>
  <message>
   <source>variety {variety:.2f} of the data's</source>
   <translation>Vielfalt {variety:.2f}-mal die der Daten</translation>
  </message>
  <message>
   <source>warning: {text}</source>
   <translation>Warnung: {text}</translation>
  </message>
  <message>
   <source>way to enlarge</source>
   <translation>Art der Vergrößerung</translation>
  </message>
  <message>
   <source>whole run</source>
   <translation>ganzer Lauf</translation>
  </message>
  <message>
   <source>with transparency</source>
   <translation>mit Transparenz</translation>
  </message>
  <message>
   <source>within a class samples differ {times:.2f} times as much as the data</source>
   <translation>innerhalb einer Klasse unterscheiden sich Proben {times:.2f}-mal so stark wie die Daten</translation>
  </message>
  <message>
   <source>worst z</source>
   <translation>schlechtestes z</translation>
  </message>
  <message>
   <source>write at least one seed, such as 0-63 or 5, 9, 12</source>
   <translation>schreiben Sie mindestens einen Seed, etwa 0-63 oder 5, 9, 12</translation>
  </message>
  <message>
   <source>written by another version (format {there}); this one reads format {here}: update GAN Studio</source>
   <translation>von einer anderen Version geschrieben (Format {there}); diese liest Format {here}: GAN Studio aktualisieren</translation>
  </message>
  <message>
   <source>x {x:.2f}, y {y:.2f}</source>
   <translation>x {x:.2f}; y {y:.2f}</translation>
  </message>
  <message>
   <source>x {x:.2f}, y {y:.2f}, D: {percent:.0f}% real</source>
   <translation>x {x:.2f}; y {y:.2f}; D: {percent:.0f} % echt</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{about}. Press to sort.</source>
   <translation>{about}. Klicken, um zu sortieren.</translation>
  </message>
  <message>
   <source>{action}, and dismiss this notice</source>
   <translation>{action} und diesen Hinweis schließen</translation>
  </message>
  <message>
   <source>{alarm} since {kimg} kimg</source>
   <translation>{alarm} seit {kimg} kimg</translation>
  </message>
  <message>
   <source>{alarm}, critical</source>
   <translation>{alarm}, kritisch</translation>
  </message>
  <message>
   <source>{alarm}, for your information</source>
   <translation>{alarm}, zur Information</translation>
  </message>
  <message>
   <source>{alarm}, high</source>
   <translation>{alarm}, hoch</translation>
  </message>
  <message>
   <source>{alarm}, medium</source>
   <translation>{alarm}, mittel</translation>
  </message>
  <message>
   <source>{alarm}, since {n} kimg.</source>
   <translation>{alarm}, seit {n} kimg.</translation>
  </message>
  <message numerus="yes">
   <source>{alarm}: the autopilot has tried {n} remedies and leaves the run to you</source>
   <extracomment>{alarm}: the autopilot has tried {n} remedy and leaves the run to you</extracomment>
   <translation>
    <numerusform>{alarm}: der Autopilot hat {n} Abhilfe versucht und überlässt Ihnen den Lauf</numerusform>
    <numerusform>{alarm}: der Autopilot hat {n} Abhilfen versucht und überlässt Ihnen den Lauf</numerusform>
   </translation>
  </message>
  <message>
   <source>{among}; the sample as it was at {place} kimg.</source>
   <translation>{among}; die Probe mit Stand bei {place} kimg.</translation>
  </message>
  <message numerus="yes">
   <source>{brief}; and {n} more</source>
   <extracomment>{brief}; and {n} more</extracomment>
   <translation>
    <numerusform>{brief}; und {n} weiterer Alarm</numerusform>
    <numerusform>{brief}; und {n} weitere Alarme</numerusform>
   </translation>
  </message>
  <message>
   <source>{checks} before</source>
   <translation>{checks} davor</translation>
  </message>
  <message>
   <source>{classes}; the networks are not told them</source>
   <translation>{classes}; die Netze erfahren sie nicht</translation>
  </message>
  <message>
   <source>{command} refused: {reason}</source>
   <translation>„{command}“ abgelehnt: {reason}</translation>
  </message>
  <message>
   <source>{command} was refused: {reason}.</source>
   <translation>„{command}“ wurde abgelehnt: {reason}.</translation>
  </message>
  <message>
   <source>{count:,} samples against {reals:,} of {reference}</source>
   <translation>{count:,} Proben verglichen mit {reals:,} echten ({reference})</translation>
  </message>
  <message>
   <source>{count:,} samples against {reference}</source>
   <translation>{count:,} Proben verglichen mit: {reference}</translation>
  </message>
  <message>
   <source>{count} CMYK pictures are converted without a colour profile.</source>
   <translation>CMYK-Bilder, die ohne Farbprofil umgewandelt werden: {count}.</translation>
  </message>
  <message>
   <source>{count} animations: the first frame of each is used.</source>
   <translation>Animationen: {count}; von jeder wird das erste Bild verwendet.</translation>
  </message>
  <message>
   <source>{count} bytes</source>
   <translation>{count} Byte</translation>
  </message>
  <message>
   <source>{count} coloured pictures are made grey.</source>
   <translation>Farbige Bilder, die grau gemacht werden: {count}.</translation>
  </message>
  <message>
   <source>{count} files left out: {named}; and {more} more, which a scan lists.</source>
   <translation>{count} Dateien ausgelassen: {named}; und {more} weitere, die eine Prüfung auflistet.</translation>
  </message>
  <message>
   <source>{count} of {images} pictures have another shape than {width}×{height} and are cropped to fill it.</source>
   <translation>{count} von {images} Bildern haben ein anderes Seitenverhältnis als {width}×{height} und werden passend zugeschnitten.</translation>
  </message>
  <message>
   <source>{count} of {images} pictures have another shape than {width}×{height} and are padded with black.</source>
   <translation>{count} von {images} Bildern haben ein anderes Seitenverhältnis als {width}×{height} und werden schwarz aufgefüllt.</translation>
  </message>
  <message>
   <source>{count} of {images} pictures have another shape than {width}×{height} and are stretched to it.</source>
   <translation>{count} von {images} Bildern haben ein anderes Seitenverhältnis als {width}×{height} und werden darauf gestreckt.</translation>
  </message>
  <message>
   <source>{count} pictures with transparency are flattened on white; 4 channels keep it.</source>
   <translation>Bilder mit Transparenz, die auf Weiß gelegt werden: {count}; 4 Kanäle erhalten sie.</translation>
  </message>
  <message>
   <source>{days} d {hours} h</source>
   <translation>{days} Tage {hours} h</translation>
  </message>
  <message>
   <source>{day} {month} {clock}</source>
   <translation>{day}. {month} {clock}</translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation>{day}. {month} {year}</translation>
  </message>
  <message>
   <source>{device} is one device, and every process needs its own; use cuda, auto or cpu</source>
   <translation>{device} ist ein einzelnes Gerät, und jeder Prozess braucht ein eigenes; cuda, auto oder cpu verwenden</translation>
  </message>
  <message>
   <source>{done:,} of {total:,} images</source>
   <translation>{done:,} von {total:,} Bildern</translation>
  </message>
  <message>
   <source>{faults}.</source>
   <translation>{faults}.</translation>
  </message>
  <message>
   <source>{fault} What has been written stays: export to the same place again to continue.</source>
   <translation>{fault} Was geschrieben ist, bleibt: zum Fortsetzen noch einmal an denselben Ort exportieren.</translation>
  </message>
  <message>
   <source>{fault}. Mend that, or choose another folder in the settings.</source>
   <translation>{fault}. Beheben Sie das, oder wählen Sie in den Einstellungen einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{fault}; got {value}</source>
   <translation>{fault}; angegeben: {value}</translation>
  </message>
  <message>
   <source>{figure} (best)</source>
   <translation>{figure} (bester)</translation>
  </message>
  <message>
   <source>{figure}, reachable {floor}</source>
   <translation>{figure}, erreichbar {floor}</translation>
  </message>
  <message>
   <source>{file} ({size}) is damaged: its SHA-256 is not the one in {sheet}</source>
   <translation>{file} ({size}) ist beschädigt: Die SHA-256 ist nicht die in {sheet}</translation>
  </message>
  <message>
   <source>{file} cannot be moved to the bin: {fault}; delete it in the file manager</source>
   <translation>{file} lässt sich nicht in den Papierkorb legen: {fault}; im Dateimanager löschen</translation>
  </message>
  <message>
   <source>{file} cannot be read ({fault})</source>
   <translation>{file} lässt sich nicht lesen ({fault})</translation>
  </message>
  <message>
   <source>{file} cannot be read ({fault}): the sub-folders are taken as classes</source>
   <translation>{file} lässt sich nicht lesen ({fault}): Die Unterordner gelten als Klassen</translation>
  </message>
  <message>
   <source>{file} cannot be written ({why}).</source>
   <translation>{file} lässt sich nicht schreiben ({why}).</translation>
  </message>
  <message>
   <source>{file} has format {there}, and this version reads format {here}: update GAN Studio</source>
   <translation>{file} hat Format {there}, und diese Version liest Format {here}: GAN Studio aktualisieren</translation>
  </message>
  <message>
   <source>{file} has labels that are no whole numbers from 0: they are left out</source>
   <translation>{file} hat Labels, die keine ganzen Zahlen ab 0 sind: Sie werden ausgelassen</translation>
  </message>
  <message>
   <source>{file} is damaged ({fault}); put back a copy of it, or start a new run from one of this run's checkpoints</source>
   <translation>{file} ist beschädigt ({fault}); eine Kopie zurücklegen oder von einem Checkpoint dieses Laufs einen neuen Lauf starten</translation>
  </message>
  <message>
   <source>{file} is damaged ({reason})</source>
   <translation>{file} ist beschädigt ({reason})</translation>
  </message>
  <message>
   <source>{file} is damaged ({reason}); choose another checkpoint</source>
   <translation>{file} ist beschädigt ({reason}); einen anderen Checkpoint wählen</translation>
  </message>
  <message>
   <source>{file} is damaged: it holds no settings; put back a copy of it</source>
   <translation>{file} ist beschädigt: Es sind keine Einstellungen darin; eine Kopie zurücklegen</translation>
  </message>
  <message>
   <source>{file} is damaged: its sum is not the one noted when it was saved; choose another checkpoint</source>
   <translation>{file} ist beschädigt: Die Summe ist nicht die beim Speichern notierte; einen anderen Checkpoint wählen</translation>
  </message>
  <message>
   <source>{file} is missing</source>
   <translation>{file} fehlt</translation>
  </message>
  <message>
   <source>{folder} cannot be the home of the runs: {why}. Choose a folder where you may write.</source>
   <translation>{folder} kann nicht der Ordner der Läufe sein: {why}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <source>{folder} has too few bytes free</source>
   <translation>in {folder} ist zu wenig frei</translation>
  </message>
  <message>
   <source>{folder} has {free:,.0f} MB free</source>
   <translation>in {folder} sind {free:,.0f} MB frei</translation>
  </message>
  <message>
   <source>{folder} holds other files; choose a new or an empty folder, so that nothing of yours is mixed up with the images</source>
   <translation>{folder} enthält andere Dateien; einen neuen oder leeren Ordner wählen, damit sich nichts von Ihnen mit den Bildern vermischt</translation>
  </message>
  <message>
   <source>{folder} is a file; choose another place for the images</source>
   <translation>{folder} ist eine Datei; einen anderen Ort für die Bilder wählen</translation>
  </message>
  <message>
   <source>{free:.1f} of the device's {total:.1f} GB are free</source>
   <translation>{free:.1f} von {total:.1f} GB des Geräts sind frei</translation>
  </message>
  <message>
   <source>{free:.1f} of the machine's {total:.1f} GB are free</source>
   <translation>{free:.1f} von {total:.1f} GB des Rechners sind frei</translation>
  </message>
  <message>
   <source>{group} kind</source>
   <translation>Art: {group}</translation>
  </message>
  <message>
   <source>{height} high and {width} wide</source>
   <translation>{height} hoch und {width} breit</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <source>{kimg} kimg</source>
   <translation>{kimg} kimg</translation>
  </message>
  <message>
   <source>{kimg} kimg, about {time}</source>
   <translation>{kimg} kimg, etwa {time}</translation>
  </message>
  <message>
   <source>{kind} cannot halve images {height} high and {width} wide to a small grid; the nearest sizes that work are {near}</source>
   <translation>{kind} kann Bilder, die {height} hoch und {width} breit sind, nicht bis auf ein kleines Raster halbieren; die nächsten passenden Größen sind {near}</translation>
  </message>
  <message>
   <source>{kind} changes pictures, and this data is points; choose none</source>
   <translation>{kind} verändert Bilder, und diese Daten sind Punkte; none wählen</translation>
  </message>
  <message>
   <source>{kind} makes images of 1 to {most} channels, and these have {channels}</source>
   <translation>{kind} macht Bilder mit 1 bis {most} Kanälen, und diese haben {channels}</translation>
  </message>
  <message>
   <source>{kind} makes images, and this data is points; choose mlp</source>
   <translation>{kind} macht Bilder, und diese Daten sind Punkte; mlp wählen</translation>
  </message>
  <message>
   <source>{listed} seeds are listed; leave the count out, or make it {listed}</source>
   <translation>{listed} Seeds sind genannt; die Anzahl weglassen oder auf {listed} setzen</translation>
  </message>
  <message>
   <source>{meaning}: {value}</source>
   <translation>{meaning}: {value}</translation>
  </message>
  <message>
   <source>{metrics} need the weights of Inception-v3</source>
   <translation>{metrics}: nötig sind die Gewichte von Inception-v3</translation>
  </message>
  <message>
   <source>{metric} of a perfect generator</source>
   <translation>{metric} eines vollkommenen Generators</translation>
  </message>
  <message>
   <source>{minutes:.0f} min ago</source>
   <translation>vor {minutes:.0f} min</translation>
  </message>
  <message>
   <source>{moved:.0f} % of the samples moved since the last check</source>
   <translation>{moved:.0f} % der Proben sind seit der letzten Prüfung gewandert</translation>
  </message>
  <message>
   <source>{moved:.0f} % of the samples moved to other parts of the data since the check before (by chance alone: {chance:.0f} %).</source>
   <translation>{moved:.0f} % der Proben sind seit der Prüfung davor in andere Teile der Daten gewandert (allein durch Zufall: {chance:.0f} %).</translation>
  </message>
  <message>
   <source>{ms:.3g} ms a round of {rows} images</source>
   <translation>{ms:.3g} ms je Runde von {rows} Bildern</translation>
  </message>
  <message>
   <source>{n:,.0f} a second</source>
   <translation>{n:,.0f} je Sekunde</translation>
  </message>
  <message>
   <source>{n:,.0f} pictures are shown in all.</source>
   <translation>Insgesamt werden {n:,.0f} Bilder gezeigt.</translation>
  </message>
  <message>
   <source>{n:,.0f} pictures are shown in all: each of the {train:,} to train on about {times:,.0f} times.</source>
   <translation>Insgesamt werden {n:,.0f} Bilder gezeigt: jedes der {train:,} zum Trainieren etwa {times:,.0f}-mal.</translation>
  </message>
  <message>
   <source>{n:,.0f} points are shown in all.</source>
   <translation>Insgesamt werden {n:,.0f} Punkte gezeigt.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} checks</source>
   <extracomment>{n:,} check</extracomment>
   <translation>
    <numerusform>{n:,} Prüfung</numerusform>
    <numerusform>{n:,} Prüfungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} files left out</source>
   <extracomment>{n:,} file left out</extracomment>
   <translation>
    <numerusform>{n:,} Datei weggelassen</numerusform>
    <numerusform>{n:,} Dateien weggelassen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} files that cannot be used</source>
   <extracomment>{n:,} file that cannot be used</extracomment>
   <translation>
    <numerusform>{n:,} unbrauchbare Datei</numerusform>
    <numerusform>{n:,} unbrauchbare Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} freshly drawn images</source>
   <translation>{n:,} frisch gezogene Bilder</translation>
  </message>
  <message>
   <source>{n:,} freshly drawn points</source>
   <translation>{n:,} frisch gezogene Punkte</translation>
  </message>
  <message>
   <source>{n:,} held-out and {more:,} training images</source>
   <translation>{n:,} zurückgehaltene und {more:,} Trainingsbilder</translation>
  </message>
  <message>
   <source>{n:,} held-out and {more:,} training points</source>
   <translation>{n:,} zurückgehaltene und {more:,} Trainingspunkte</translation>
  </message>
  <message>
   <source>{n:,} held-out images</source>
   <translation>{n:,} zurückgehaltene Bilder</translation>
  </message>
  <message>
   <source>{n:,} held-out points</source>
   <translation>{n:,} zurückgehaltene Punkte</translation>
  </message>
  <message>
   <source>{n:,} of {total:,} runs</source>
   <translation>{n:,} von {total:,} Läufen</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pictures</source>
   <extracomment>{n:,} picture</extracomment>
   <translation>
    <numerusform>{n:,} Bild</numerusform>
    <numerusform>{n:,} Bilder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} pictures are there more than once</source>
   <extracomment>{n:,} picture is there more than once</extracomment>
   <translation>
    <numerusform>{n:,} Bild ist mehrfach vorhanden</numerusform>
    <numerusform>{n:,} Bilder sind mehrfach vorhanden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} runs</source>
   <extracomment>{n:,} run</extracomment>
   <translation>
    <numerusform>{n:,} Lauf</numerusform>
    <numerusform>{n:,} Läufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} samples</source>
   <extracomment>{n:,} sample</extracomment>
   <translation>
    <numerusform>{n:,} Probe</numerusform>
    <numerusform>{n:,} Proben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} samples are in {place}</source>
   <extracomment>The sample is in {place}</extracomment>
   <translation>
    <numerusform>Die Probe liegt in {place}</numerusform>
    <numerusform>{n:,} Proben liegen in {place}</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} set aside and never trained on: those with a corner mark</source>
   <translation>{n:,} zurückgehalten und nie trainiert: die mit der Eckmarke</translation>
  </message>
  <message>
   <source>{n:,} training images</source>
   <translation>{n:,} Trainingsbilder</translation>
  </message>
  <message>
   <source>{n:,} training points</source>
   <translation>{n:,} Trainingspunkte</translation>
  </message>
  <message>
   <source>{n:,}, equal to another byte for byte</source>
   <translation>{n:,}, Byte für Byte gleich einem anderen</translation>
  </message>
  <message>
   <source>{n:,}, no pictures</source>
   <translation>{n:,}, keine Bilder</translation>
  </message>
  <message>
   <source>{n:,}, the first frame is used</source>
   <translation>{n:,}, verwendet wird das erste Einzelbild</translation>
  </message>
  <message>
   <source>{named} and {n:,} more</source>
   <translation>{named} und {n:,} weitere</translation>
  </message>
  <message>
   <source>{names} and {rest} more</source>
   <translation>{names} und {rest} weitere</translation>
  </message>
  <message>
   <source>{name}  ·  trains now</source>
   <translation>{name}  ·  trainiert jetzt</translation>
  </message>
  <message>
   <source>{name} (folder)</source>
   <translation>{name} (Ordner)</translation>
  </message>
  <message>
   <source>{name} (not started)</source>
   <translation>{name} (nicht gestartet)</translation>
  </message>
  <message>
   <source>{name} (zip)</source>
   <translation>{name} (ZIP)</translation>
  </message>
  <message>
   <source>{name} ({here} here, {there} there)</source>
   <translation>{name} ({here} hier, {there} dort)</translation>
  </message>
  <message>
   <source>{name} branch</source>
   <translation>{name} Zweig</translation>
  </message>
  <message>
   <source>{name} cannot be downloaded. Tried {tried}. Check the connection and try again, or {remedy}</source>
   <translation>{name} lässt sich nicht herunterladen. Versucht: {tried}. Die Verbindung prüfen und es noch einmal versuchen oder {remedy}</translation>
  </message>
  <message>
   <source>{name} cannot be laid over the curves: {why}</source>
   <translation>{name} lässt sich nicht über die Kurven legen: {why}</translation>
  </message>
  <message>
   <source>{name} cannot be queued: {why}.</source>
   <translation>{name} kann nicht eingereiht werden: {why}.</translation>
  </message>
  <message>
   <source>{name} cannot be trained here: {why}</source>
   <translation>{name} kann hier nicht trainiert werden: {why}</translation>
  </message>
  <message>
   <source>{name} copy</source>
   <translation>{name} Kopie</translation>
  </message>
  <message>
   <source>{name} does not fit this data: {why}</source>
   <translation>{name} passt nicht zu diesen Daten: {why}</translation>
  </message>
  <message>
   <source>{name} does not train in the background: {why}.</source>
   <translation>{name} trainiert nicht im Hintergrund: {why}.</translation>
  </message>
  <message>
   <source>{name} exists already; choose another name.</source>
   <translation>{name} gibt es schon; wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>{name} failed</source>
   <translation>{name} ist fehlgeschlagen</translation>
  </message>
  <message>
   <source>{name} failed: {why}.</source>
   <translation>{name} ist fehlgeschlagen: {why}.</translation>
  </message>
  <message>
   <source>{name} has a class above 9; download the archive again</source>
   <translation>{name} hat eine Klasse über 9; das Archiv neu herunterladen</translation>
  </message>
  <message>
   <source>{name} has begun to train in the background meanwhile.</source>
   <translation>{name} trainiert inzwischen im Hintergrund.</translation>
  </message>
  <message>
   <source>{name} has the name of a template that comes with GAN Studio; rename the file</source>
   <translation>{name} heißt wie eine Vorlage, die GAN Studio mitbringt; die Datei umbenennen</translation>
  </message>
  <message>
   <source>{name} holds no settings: its outermost part must be an object in braces</source>
   <translation>{name} enthält keine Einstellungen: Der äußerste Teil muss ein Objekt in geschweiften Klammern sein</translation>
  </message>
  <message>
   <source>{name} holds other files; choose a new or an empty folder, so that nothing of yours is mixed up with the images.</source>
   <translation>{name} enthält andere Dateien; wählen Sie einen neuen oder leeren Ordner, damit sich nichts von Ihnen mit den Bildern vermischt.</translation>
  </message>
  <message>
   <source>{name} is a file; choose a folder.</source>
   <translation>{name} ist eine Datei; wählen Sie einen Ordner.</translation>
  </message>
  <message>
   <source>{name} is being trained elsewhere, by {who}.</source>
   <translation>{name} wird anderswo trainiert ({who}).</translation>
  </message>
  <message>
   <source>{name} is being trained, by {who}: stop it before it is moved to the bin.</source>
   <translation>{name} wird gerade trainiert ({who}): Halten Sie den Lauf an, bevor er in den Papierkorb kommt.</translation>
  </message>
  <message>
   <source>{name} is complete already</source>
   <translation>{name} ist schon vollständig</translation>
  </message>
  <message>
   <source>{name} is cut short; download the archive again</source>
   <translation>{name} ist abgeschnitten; das Archiv neu herunterladen</translation>
  </message>
  <message>
   <source>{name} is done</source>
   <translation>{name} ist fertig</translation>
  </message>
  <message>
   <source>{name} is done already: duplicate its settings, or resume it with a greater length.</source>
   <translation>{name} ist schon fertig: Duplizieren Sie die Einstellungen, oder setzen Sie den Lauf mit einer größeren Länge fort.</translation>
  </message>
  <message>
   <source>{name} is far too large to hold settings; choose another file</source>
   <translation>{name} ist viel zu groß für Einstellungen; eine andere Datei wählen</translation>
  </message>
  <message>
   <source>{name} is in the queue.</source>
   <translation>{name} steht in der Warteschlange.</translation>
  </message>
  <message>
   <source>{name} is in the queue: take it out of there before it is moved to the bin.</source>
   <translation>{name} steht in der Warteschlange: Nehmen Sie den Lauf dort heraus, bevor er in den Papierkorb kommt.</translation>
  </message>
  <message>
   <source>{name} is no JSON file, or is torn at its text; mend it, or put back a copy</source>
   <translation>{name} ist keine JSON-Datei oder im Text zerrissen; reparieren oder eine Kopie zurücklegen</translation>
  </message>
  <message>
   <source>{name} is no JSON file, or is torn at line {line}; mend it, or put back a copy</source>
   <translation>{name} ist keine JSON-Datei oder bei Zeile {line} zerrissen; reparieren oder eine Kopie zurücklegen</translation>
  </message>
  <message>
   <source>{name} is no template: it holds no settings; export them here, or delete the file</source>
   <translation>{name} ist keine Vorlage: Es sind keine Einstellungen darin; sie hierher exportieren oder die Datei löschen</translation>
  </message>
  <message>
   <source>{name} is not a device; use auto, cpu, cuda, cuda:1 or mps</source>
   <translation>{name} ist kein Gerät; auto, cpu, cuda, cuda:1 oder mps verwenden</translation>
  </message>
  <message>
   <source>{name} is not on this machine; use auto or cpu</source>
   <translation>{name} gibt es auf diesem Rechner nicht; auto oder cpu verwenden</translation>
  </message>
  <message>
   <source>{name} is paused</source>
   <translation>{name} ist pausiert</translation>
  </message>
  <message>
   <source>{name} is training</source>
   <translation>{name} trainiert</translation>
  </message>
  <message>
   <source>{name} is training here already; stop it first</source>
   <translation>{name} trainiert hier schon; halten Sie den Lauf zuerst an</translation>
  </message>
  <message>
   <source>{name} is training in the background on this machine; both would be slower.</source>
   <translation>{name} trainiert im Hintergrund auf diesem Rechner; beide würden langsamer.</translation>
  </message>
  <message>
   <source>{name} is training now; stop it before this run can go on.</source>
   <translation>{name} trainiert gerade; halten Sie ihn an, bevor dieser Lauf weitergehen kann.</translation>
  </message>
  <message>
   <source>{name} is training, and one run trains here at a time. It can be saved and stopped now, and resumed any day.</source>
   <translation>{name} trainiert gerade, und hier trainiert immer nur ein Lauf. Er kann jetzt gespeichert und angehalten und jederzeit fortgesetzt werden.</translation>
  </message>
  <message>
   <source>{name} is training.</source>
   <translation>{name} trainiert gerade.</translation>
  </message>
  <message>
   <source>{name} lies in {folder}</source>
   <translation>{name} liegt in {folder}</translation>
  </message>
  <message>
   <source>{name} mended</source>
   <translation>{name} behoben</translation>
  </message>
  <message>
   <source>{name} trains in a process of its own already.</source>
   <translation>{name} trainiert schon in einem eigenen Prozess.</translation>
  </message>
  <message>
   <source>{name} trains in the background now, as process {pid}. It goes on when this window closes.</source>
   <translation>{name} trainiert jetzt im Hintergrund, als Prozess {pid}. Das geht weiter, wenn dieses Fenster schließt.</translation>
  </message>
  <message>
   <source>{name} trains in this window, and one run does at a time. Stop that one or send it to the background first.</source>
   <translation>{name} trainiert in diesem Fenster, und das tut immer nur ein Lauf. Halten Sie ihn zuerst an oder schicken Sie ihn in den Hintergrund.</translation>
  </message>
  <message>
   <source>{name} trains now, the last of the queue.</source>
   <translation>{name} trainiert jetzt, als letzter der Warteschlange.</translation>
  </message>
  <message>
   <source>{name} trains now; {runs}.</source>
   <translation>{name} trainiert jetzt; {runs}.</translation>
  </message>
  <message>
   <source>{name} trains on meanwhile; Train offers to save and stop it.</source>
   <translation>{name} trainiert indessen weiter; „Trainieren“ bietet an, ihn zu sichern und anzuhalten.</translation>
  </message>
  <message>
   <source>{name} was aborted</source>
   <translation>{name} wurde abgebrochen</translation>
  </message>
  <message>
   <source>{name} was interrupted</source>
   <translation>{name} wurde unterbrochen</translation>
  </message>
  <message>
   <source>{name} was not handed over: it is {state} already.</source>
   <translation>{name} wurde nicht übergeben: Der Lauf ist bereits {state}.</translation>
  </message>
  <message>
   <source>{name} was not moved to the bin: {why}</source>
   <translation>{name} wurde nicht in den Papierkorb verschoben: {why}</translation>
  </message>
  <message>
   <source>{name} was not taken over: it is {state} already.</source>
   <translation>{name} wurde nicht übernommen: Der Lauf ist bereits {state}.</translation>
  </message>
  <message>
   <source>{name} was stopped</source>
   <translation>{name} wurde angehalten</translation>
  </message>
  <message>
   <source>{name} was stopped, so the queue is paused.</source>
   <translation>{name} wurde angehalten, darum pausiert die Warteschlange.</translation>
  </message>
  <message>
   <source>{name} was stopped, so the queue is paused; {runs}.</source>
   <translation>{name} wurde angehalten, darum pausiert die Warteschlange; {runs}.</translation>
  </message>
  <message>
   <source>{name} was written by a newer version (format {version}); update GAN Studio</source>
   <translation>{name} wurde von einer neueren Version geschrieben (Format {version}); GAN Studio aktualisieren</translation>
  </message>
  <message>
   <source>{name} will be moved to the bin.</source>
   <translation>{name} wird in den Papierkorb verschoben.</translation>
  </message>
  <message>
   <source>{name}: images can be written as .npz, .npy</source>
   <translation>{name}: Bilder lassen sich als .npz, .npy schreiben</translation>
  </message>
  <message>
   <source>{name}: pictures cannot be written as a file without suffix; choose {known}</source>
   <translation>{name}: Bilder lassen sich nicht als Datei ohne Endung schreiben; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>{name}: pictures cannot be written as {suffix}; choose {known}</source>
   <translation>{name}: Bilder lassen sich nicht als {suffix} schreiben; zur Wahl stehen {known}</translation>
  </message>
  <message>
   <source>{name}: points can be written as .npz, .npy or .csv</source>
   <translation>{name}: Punkte lassen sich als .npz, .npy oder .csv schreiben</translation>
  </message>
  <message>
   <source>{name}: points cannot be written as a file without suffix; choose {known}</source>
   <translation>{name}: Punkte lassen sich nicht als Datei ohne Endung schreiben; {known} wählen</translation>
  </message>
  <message>
   <source>{name}: points cannot be written as {suffix}; choose {known}</source>
   <translation>{name}: Punkte lassen sich nicht als {suffix} schreiben; {known} wählen</translation>
  </message>
  <message>
   <source>{name}: reading, {percent} %</source>
   <translation>{name}: wird gelesen, {percent} %</translation>
  </message>
  <message>
   <source>{name}: this run makes points; export them to a file ending in .npz, .npy or .csv</source>
   <translation>{name}: Dieser Lauf macht Punkte; sie in eine Datei exportieren, die auf .npz, .npy oder .csv endet</translation>
  </message>
  <message>
   <source>{name}: {first:.3g} to {last:.3g}</source>
   <translation>{name}: {first:.3g} bis {last:.3g}</translation>
  </message>
  <message>
   <source>{name}: {reason}; going on from checkpoint {newest} instead</source>
   <translation>{name}: {reason}; stattdessen geht es von Checkpoint {newest} weiter</translation>
  </message>
  <message>
   <source>{network}: {taken:,} of {tensors:,} tensors, {parameters:,} of {all:,} parameters</source>
   <translation>{network}: {taken:,} von {tensors:,} Tensoren, {parameters:,} von {all:,} Parametern</translation>
  </message>
  <message>
   <source>{norm}, and it stands still</source>
   <translation>{norm}, und er steht still</translation>
  </message>
  <message>
   <source>{notice} Allow it with --allow-download, or give the file with --inception-weights FILE</source>
   <translation>{notice} Mit --allow-download erlauben oder die Datei mit --inception-weights DATEI angeben</translation>
  </message>
  <message>
   <source>{n} before</source>
   <translation>{n} davor</translation>
  </message>
  <message>
   <source>{n} changed</source>
   <translation>{n} geändert</translation>
  </message>
  <message>
   <source>{n} changed from {template}</source>
   <translation>{n} anders als in {template}</translation>
  </message>
  <message>
   <source>{n} changed since the run began</source>
   <translation>{n} seit Beginn des Laufs geändert</translation>
  </message>
  <message>
   <source>{n} changed since this was set up</source>
   <translation>{n} seit dem Einrichten geändert</translation>
  </message>
  <message>
   <source>{n} channels</source>
   <translation>{n} Kanäle</translation>
  </message>
  <message>
   <source>{n} checkpoints</source>
   <translation>{n} Checkpoints</translation>
  </message>
  <message numerus="yes">
   <source>{n} checks in a row found it well again</source>
   <extracomment>{n} check in a row found it well again</extracomment>
   <translation>
    <numerusform>{n} Prüfung fand ihn wieder gesund</numerusform>
    <numerusform>{n} Prüfungen in Folge fanden ihn wieder gesund</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} files left out: {named}.</source>
   <extracomment>{n} file left out: {named}.</extracomment>
   <translation>
    <numerusform>{n} Datei ausgelassen: {named}.</numerusform>
    <numerusform>{n} Dateien ausgelassen: {named}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} images/s</source>
   <translation>{n} Bilder/s</translation>
  </message>
  <message>
   <source>{n} kimg</source>
   <translation>{n} kimg</translation>
  </message>
  <message>
   <source>{n} kimg in {time} of training</source>
   <translation>{n} kimg in {time} Training</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
  <message numerus="yes">
   <source>{n} of the parts into which the data was divided have no sample (usual: 0), unevenness χ² is {chi2} (usual: below 5); at precision {precision:.2f}{recall}.</source>
   <extracomment>{n} of the parts into which the data was divided has no sample (usual: 0), unevenness χ² is {chi2} (usual: below 5); at precision {precision:.2f}{recall}.</extracomment>
   <translation>
    <numerusform>{n} der Teile, in die die Daten zerlegt wurden, hat keine Probe (üblich: 0), die Ungleichheit χ² ist {chi2} (üblich: unter 5); bei Precision {precision:.2f}{recall}.</numerusform>
    <numerusform>{n} der Teile, in die die Daten zerlegt wurden, haben keine Probe (üblich: 0), die Ungleichheit χ² ist {chi2} (üblich: unter 5); bei Precision {precision:.2f}{recall}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them cannot be used as they are: the form marks them and says why.</source>
   <extracomment>{n} of them cannot be used as it is: the form marks it and says why.</extracomment>
   <translation>
    <numerusform>{n} davon ist so nicht verwendbar: Das Formular markiert sie und sagt, warum.</numerusform>
    <numerusform>{n} davon sind so nicht verwendbar: Das Formular markiert sie und sagt, warum.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} of {total}</source>
   <translation>{n} von {total}</translation>
  </message>
  <message>
   <source>{n} of {total} kimg</source>
   <translation>{n} von {total} kimg</translation>
  </message>
  <message numerus="yes">
   <source>{n} parts of the data get no samples</source>
   <extracomment>{n} part of the data gets no samples</extracomment>
   <translation>
    <numerusform>{n} Teil der Daten bekommt keine Proben</numerusform>
    <numerusform>{n} Teile der Daten bekommen keine Proben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pinned checkpoints take {size} of it and are never given up.</source>
   <extracomment>{n} pinned checkpoint takes {size} of it and is never given up.</extracomment>
   <translation>
    <numerusform>{n} angehefteter Checkpoint belegt davon {size} und wird nie aufgegeben.</numerusform>
    <numerusform>{n} angeheftete Checkpoints belegen davon {size} und werden nie aufgegeben.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} processes of torchrun train it together. Press Stop, then Resume, to go on with it in one.</source>
   <translation>{n} Prozesse von torchrun trainieren ihn gemeinsam. Drücken Sie „Anhalten“ und dann „Fortsetzen“, um in einem weiterzumachen.</translation>
  </message>
  <message>
   <source>{n} runs are chosen.</source>
   <translation>{n} Läufe sind gewählt.</translation>
  </message>
  <message numerus="yes">
   <source>{n} runs are training</source>
   <extracomment>{n} run is training</extracomment>
   <translation>
    <numerusform>{n} Lauf trainiert</numerusform>
    <numerusform>{n} Läufe trainieren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} runs wait</source>
   <extracomment>{n} run waits</extracomment>
   <translation>
    <numerusform>{n} Lauf wartet</numerusform>
    <numerusform>{n} Läufe warten</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} runs will be moved to the bin.</source>
   <translation>{n} Läufe werden in den Papierkorb verschoben.</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} s</translation>
  </message>
  <message numerus="yes">
   <source>{n} settings are again as in {template}.</source>
   <extracomment>One setting is again as in {template}.</extracomment>
   <translation>
    <numerusform>Eine Einstellung ist wieder wie in {template}.</numerusform>
    <numerusform>{n} Einstellungen sind wieder wie in {template}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} settings are again as they were set up.</source>
   <extracomment>One setting is again as it was set up.</extracomment>
   <translation>
    <numerusform>Eine Einstellung ist wieder, wie sie eingerichtet wurde.</numerusform>
    <numerusform>{n} Einstellungen sind wieder, wie sie eingerichtet wurden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} settings differ between {runs} runs</source>
   <extracomment>{n} setting differs between {runs} runs</extracomment>
   <translation>
    <numerusform>{n} Einstellung unterscheidet {runs} Läufe</numerusform>
    <numerusform>{n} Einstellungen unterscheiden {runs} Läufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to mend before this can train</source>
   <extracomment>{n} thing to mend before this can train</extracomment>
   <translation>
    <numerusform>{n} Fehler vor dem Training zu beheben</numerusform>
    <numerusform>{n} Fehler vor dem Training zu beheben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} threads</source>
   <extracomment>{n} thread</extracomment>
   <translation>
    <numerusform>{n} Thread</numerusform>
    <numerusform>{n} Threads</numerusform>
   </translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} oder {other}</translation>
  </message>
  <message>
   <source>{onset} to {end}</source>
   <translation>{onset} bis {end}</translation>
  </message>
  <message>
   <source>{path} cannot be locked ({fault}): keep runs on a disk that knows locks</source>
   <translation>{path} lässt sich nicht sperren ({fault}): Läufe auf einer Platte halten, die Sperren kennt</translation>
  </message>
  <message>
   <source>{path} cannot be read ({fault}); check who may read it</source>
   <translation>{path} lässt sich nicht lesen ({fault}); prüfen, wer dort lesen darf</translation>
  </message>
  <message>
   <source>{path} cannot be read ({fault}); choose another checkpoint</source>
   <translation>{path} lässt sich nicht lesen ({fault}); einen anderen Checkpoint wählen</translation>
  </message>
  <message>
   <source>{path} cannot be read ({fault}); choose another file</source>
   <translation>{path} lässt sich nicht lesen ({fault}); eine andere Datei wählen</translation>
  </message>
  <message>
   <source>{path} cannot be read as a zip ({why}); make or download it again</source>
   <translation>{path} lässt sich nicht als Zip-Datei lesen ({why}); neu erstellen oder herunterladen</translation>
  </message>
  <message>
   <source>{path} cannot be read as weights ({fault}); fetch {name} again</source>
   <translation>{path} lässt sich nicht als Gewichte lesen ({fault}); {name} neu holen</translation>
  </message>
  <message>
   <source>{path} cannot be read: {fault}</source>
   <translation>{path} lässt sich nicht lesen: {fault}</translation>
  </message>
  <message>
   <source>{path} cannot be used ({fault}); check its permissions, or choose another home for the studio</source>
   <translation>{path} ist nicht benutzbar ({fault}); die Rechte prüfen oder einen anderen Ordner für das Studio wählen</translation>
  </message>
  <message>
   <source>{path} cannot be written ({fault}); choose another place</source>
   <translation>{path} lässt sich nicht schreiben ({fault}); einen anderen Ort wählen</translation>
  </message>
  <message>
   <source>{path} cannot be written: {fault}</source>
   <translation>{path} lässt sich nicht schreiben: {fault}</translation>
  </message>
  <message>
   <source>{path} cannot be written: {fault}; choose another place</source>
   <translation>{path} lässt sich nicht schreiben: {fault}; einen anderen Ort wählen</translation>
  </message>
  <message>
   <source>{path} cannot be written: {fault}; training needs a folder that you may write to</source>
   <translation>{path} lässt sich nicht schreiben: {fault}; zum Trainieren braucht es einen Ordner, in den Sie schreiben dürfen</translation>
  </message>
  <message>
   <source>{path} changed while it was being opened; open it again</source>
   <translation>{path} hat sich beim Öffnen verändert; noch einmal öffnen</translation>
  </message>
  <message>
   <source>{path} could not be written; choose a folder that you may write to, on a disk with room.</source>
   <translation>{path} ließ sich nicht schreiben; wählen Sie einen Ordner mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
  </message>
  <message>
   <source>{path} does not hold a network's weights; fetch {name} again</source>
   <translation>{path} enthält keine Gewichte eines Netzes; {name} neu holen</translation>
  </message>
  <message>
   <source>{path} does not hold digits of {side}×{side} pixels in folders 0 to 9; choose such a zip or folder, or leave 'path' empty</source>
   <translation>{path} enthält keine Ziffern von {side}×{side} Pixeln in Ordnern 0 bis 9; eine solche Zip-Datei oder einen solchen Ordner wählen oder „Ort“ leer lassen</translation>
  </message>
  <message>
   <source>{path} exists already: choose another folder, or `gan-studio resume {path}` to go on with the run in it</source>
   <translation>{path} gibt es schon: einen anderen Ordner wählen oder mit `gan-studio resume {path}` den Lauf darin fortsetzen</translation>
  </message>
  <message>
   <source>{path} exists already; a checkpoint is never overwritten</source>
   <translation>{path} gibt es schon; ein Checkpoint wird nie überschrieben</translation>
  </message>
  <message>
   <source>{path} exists and is no image set of ours; choose another name</source>
   <translation>{path} gibt es und ist kein Bildersatz von GAN Studio; einen anderen Namen wählen</translation>
  </message>
  <message>
   <source>{path} from {old} to {new}</source>
   <translation>{path} von {old} auf {new}</translation>
  </message>
  <message>
   <source>{path} has no classes; put each class into a sub-folder of its own, or switch 'labelled' off</source>
   <translation>{path} hat keine Klassen; jede Klasse in einen eigenen Unterordner legen oder „Klassen verwenden“ abschalten</translation>
  </message>
  <message>
   <source>{path} has the SHA-256 {digest}, and the published weights {published}; fetch {name} again</source>
   <translation>{path} hat die SHA-256 {digest}, die veröffentlichten Gewichte aber {published}; {name} neu holen</translation>
  </message>
  <message>
   <source>{path} has {found:,} bytes, and the published weights have {size:,}; fetch {name} again</source>
   <translation>{path} hat {found:,} Byte, die veröffentlichten Gewichte aber {size:,}; {name} neu holen</translation>
  </message>
  <message>
   <source>{path} holds another export (another {other}); choose another place, or delete that export first</source>
   <translation>{path} enthält einen anderen Export (abweichend: {other}); einen anderen Ort wählen oder jenen Export zuerst löschen</translation>
  </message>
  <message>
   <source>{path} holds no generator that can be read ({fault}); choose another checkpoint</source>
   <translation>{path} enthält keinen lesbaren Generator ({fault}); einen anderen Checkpoint wählen</translation>
  </message>
  <message>
   <source>{path} holds no pictures ({others} files of other kinds); choose one with PNG, JPEG, WebP, GIF, BMP or TIFF files in it, or in folders below it</source>
   <translation>{path} enthält keine Bilder (Dateien anderer Art: {others}); einen Ort wählen, in dem oder unter dem PNG-, JPEG-, WebP-, GIF-, BMP- oder TIFF-Dateien liegen</translation>
  </message>
  <message>
   <source>{path} holds no pictures; choose one with PNG, JPEG, WebP, GIF, BMP or TIFF files in it, or in folders below it</source>
   <translation>{path} enthält keine Bilder; einen Ort wählen, in dem oder unter dem PNG-, JPEG-, WebP-, GIF-, BMP- oder TIFF-Dateien liegen</translation>
  </message>
  <message>
   <source>{path} holds no settings of a run; choose a file that was exported here, a template, or a run's run.json</source>
   <translation>{path} enthält keine Einstellungen eines Laufs; eine hier exportierte Datei, eine Vorlage oder die run.json eines Laufs wählen</translation>
  </message>
  <message>
   <source>{path} holds {found} of {wanted} batches of training pictures; download it again</source>
   <translation>{path} enthält {found} von {wanted} Stapeln mit Trainingsbildern; neu herunterladen</translation>
  </message>
  <message>
   <source>{path} is a file, not a folder; choose the folder that it lies in</source>
   <translation>{path} ist eine Datei, kein Ordner; den Ordner wählen, in dem sie liegt</translation>
  </message>
  <message>
   <source>{path} is a file, not a folder; choose the source 'zip'</source>
   <translation>{path} ist eine Datei, kein Ordner; die Quelle „Zip-Datei“ wählen</translation>
  </message>
  <message>
   <source>{path} is a folder, not a zip; choose the source 'folder'</source>
   <translation>{path} ist ein Ordner, keine Zip-Datei; die Quelle „Ordner“ wählen</translation>
  </message>
  <message>
   <source>{path} is damaged ({fault}); download it again</source>
   <translation>{path} ist beschädigt ({fault}); neu herunterladen</translation>
  </message>
  <message>
   <source>{path} is no IDX file of bytes with {axes} axes; download it again</source>
   <translation>{path} ist keine IDX-Datei aus Bytes mit {axes} Achsen; neu herunterladen</translation>
  </message>
  <message>
   <source>{path} is no run folder: it holds no run.json</source>
   <translation>{path} ist kein Laufordner: Es ist keine run.json darin</translation>
  </message>
  <message>
   <source>{path} is not the published file: its checksum is wrong; leave 'folder' empty to download it again</source>
   <translation>{path} ist nicht die veröffentlichte Datei: Die Prüfsumme stimmt nicht; „Ordner“ leer lassen, um sie neu herunterzuladen</translation>
  </message>
  <message>
   <source>{path} is not there any more.</source>
   <translation>{path} gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>{path} is not there; check the path, or choose the folder or zip again if it has moved</source>
   <translation>{path} ist nicht da; den Pfad prüfen oder, falls verschoben, den Ordner oder die Zip-Datei neu wählen</translation>
  </message>
  <message>
   <source>{path} is not there; put the published file {name} into that folder, or leave 'folder' empty to download it</source>
   <translation>{path} ist nicht da; die veröffentlichte Datei {name} in diesen Ordner legen oder „Ordner“ leer lassen, um sie herunterzuladen</translation>
  </message>
  <message>
   <source>{path} is {value} already</source>
   <translation>{path} ist schon {value}</translation>
  </message>
  <message>
   <source>{path} set to {value}</source>
   <translation>{path} auf {value} gesetzt</translation>
  </message>
  <message>
   <source>{path} was written but cannot be read back; check the disk, then delete that folder and try again</source>
   <translation>{path} wurde geschrieben, lässt sich aber nicht wieder lesen; die Platte prüfen, dann den Ordner löschen und es noch einmal versuchen</translation>
  </message>
  <message>
   <source>{path} was written by another version (format {version}); update GAN Studio</source>
   <translation>{path} wurde von einer anderen Version geschrieben (Format {version}); GAN Studio aktualisieren</translation>
  </message>
  <message>
   <source>{path}: none of its {count} pictures can be used; {first}</source>
   <translation>{path}: Von den {count} Bildern ist keines verwendbar; {first}</translation>
  </message>
  <message>
   <source>{path}: {count} pictures have no class, such as {outsider}; put each class into a sub-folder of its own, or switch 'labelled' off</source>
   <translation>{path}: Bilder ohne Klasse: {count}, etwa {outsider}; jede Klasse in einen eigenen Unterordner legen oder „Klassen verwenden“ abschalten</translation>
  </message>
  <message>
   <source>{picture}, {n:,} of {total:,}</source>
   <translation>{picture}, {n:,} von {total:,}</translation>
  </message>
  <message>
   <source>{processes} processes share each batch evenly, and {batch} does not divide; choose {near}</source>
   <translation>{processes} Prozesse teilen sich jeden Batch gleichmäßig, und {batch} ist nicht teilbar; {near} wählen</translation>
  </message>
  <message>
   <source>{program} cannot be started for {run}: {reason}</source>
   <translation>{program} lässt sich für {run} nicht starten: {reason}</translation>
  </message>
  <message>
   <source>{reals} of {source}</source>
   <translation>{reals} von {source}</translation>
  </message>
  <message>
   <source>{reason}. It lies in {folder}.</source>
   <translation>{reason}. Sie liegt in {folder}.</translation>
  </message>
  <message>
   <source>{runs} in the queue. It does not begin by itself; press Start queue on the page of runs.</source>
   <translation>{runs} in der Warteschlange. Sie beginnt nicht von selbst; drücken Sie „Warteschlange starten“ auf der Seite der Läufe.</translation>
  </message>
  <message>
   <source>{run} did not take the command within {seconds:g} s, so it was withdrawn; it may be busy opening its data: ask again</source>
   <translation>{run} nahm den Befehl in {seconds:g} s nicht an, daher wurde er zurückgezogen; vielleicht öffnet der Lauf gerade seine Daten: noch einmal versuchen</translation>
  </message>
  <message>
   <source>{run} has no checkpoint {number}</source>
   <translation>{run} hat keinen Checkpoint {number}</translation>
  </message>
  <message>
   <source>{run} has no checkpoint {number}; the run has none yet</source>
   <translation>{run} hat keinen Checkpoint {number}; der Lauf hat noch keinen</translation>
  </message>
  <message>
   <source>{run} has no checkpoint {number}; there are {checkpoints}</source>
   <translation>{run} hat keinen Checkpoint {number}; vorhanden sind {checkpoints}</translation>
  </message>
  <message>
   <source>{run} has no sound checkpoint to go on from</source>
   <translation>{run} hat keinen heilen Checkpoint zum Fortsetzen</translation>
  </message>
  <message>
   <source>{run} is being trained already, by {holder}: stop it there first, or steer it with `gan-studio send`</source>
   <translation>{run} wird schon trainiert ({holder}): zuerst dort anhalten oder mit `gan-studio send` steuern</translation>
  </message>
  <message>
   <source>{run} is training: these data are opened when you ask for it, or when this run begins.</source>
   <translation>{run} trainiert: Diese Daten werden geöffnet, wenn Sie es wünschen oder wenn dieser Lauf beginnt.</translation>
  </message>
  <message>
   <source>{run} took the command but did not answer within {seconds:g} s; its journal will tell what came of it</source>
   <translation>{run} nahm den Befehl an, antwortete aber nicht in {seconds:g} s; sein Protokoll wird sagen, was daraus wurde</translation>
  </message>
  <message>
   <source>{samples}, about {size}</source>
   <translation>{samples}, etwa {size}</translation>
  </message>
  <message>
   <source>{samples}, {width} × {height} pixels each</source>
   <translation>{samples}, je {width} × {height} Pixel</translation>
  </message>
  <message>
   <source>{seed} is too large; seeds go up to {last}</source>
   <translation>{seed} ist zu groß; Seeds gehen bis {last}</translation>
  </message>
  <message>
   <source>{setting}, end</source>
   <translation>{setting}, Ende</translation>
  </message>
  <message>
   <source>{setting}, in {unit}</source>
   <translation>{setting}, in {unit}</translation>
  </message>
  <message>
   <source>{setting}, length in kimg</source>
   <translation>{setting}, Länge in kimg</translation>
  </message>
  <message>
   <source>{setting}, shape over time</source>
   <translation>{setting}, Form über die Zeit</translation>
  </message>
  <message>
   <source>{setting}, start</source>
   <translation>{setting}, Start</translation>
  </message>
  <message>
   <source>{share:.2f} of the samples look like data, and all kinds are there</source>
   <translation>ein Anteil von {share:.2f} der Proben sieht wie Daten aus, und alle Arten sind da</translation>
  </message>
  <message>
   <source>{start} to {end} ({shape})</source>
   <translation>{start} bis {end} ({shape})</translation>
  </message>
  <message>
   <source>{start} → {end} {shape}</source>
   <translation>{start} → {end} {shape}</translation>
  </message>
  <message>
   <source>{start} → {end} {shape} over {kimg} kimg</source>
   <translation>{start} → {end} {shape} über {kimg} kimg</translation>
  </message>
  <message>
   <source>{state} elsewhere</source>
   <translation>{state} (anderswo)</translation>
  </message>
  <message>
   <source>{suffix} files are not written; name a folder, a .zip, or a file that ends in {known}</source>
   <translation>{suffix}-Dateien werden nicht geschrieben; einen Ordner, eine .zip oder eine Datei nennen, die auf {known} endet</translation>
  </message>
  <message>
   <source>{text} may mean {runs}: say which</source>
   <translation>{text} kann {runs} meinen: angeben, welcher Lauf es ist</translation>
  </message>
  <message>
   <source>{times:.2g} times as fast here as {setting} ({much}); its first gradients are {off:.2g} % off</source>
   <translation>hier {times:.2g}-mal so schnell wie {setting} ({much}); die ersten Gradienten weichen um {off:.2g} % ab</translation>
  </message>
  <message>
   <source>{time} h</source>
   <translation>{time} h</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{time} min</source>
   <translation>{time} min</translation>
  </message>
  <message>
   <source>{title} is kept as a template. It is on the Home page, under Templates, and on the command line as --preset {name}.</source>
   <translation>{title} ist als Vorlage gespeichert. Sie steht auf der Startseite unter Vorlagen und auf der Befehlszeile als --preset {name}.</translation>
  </message>
  <message>
   <source>{train:,} to train on, {held:,} set aside</source>
   <translation>{train:,} zum Trainieren, {held:,} zurückgehalten</translation>
  </message>
  <message>
   <source>{url}: another file than expected (its checksum is wrong)</source>
   <translation>{url}: eine andere Datei als erwartet (die Prüfsumme stimmt nicht)</translation>
  </message>
  <message>
   <source>{used} for checkpoints</source>
   <translation>{used} für Checkpoints</translation>
  </message>
  <message>
   <source>{used} of {budget} for checkpoints</source>
   <translation>{used} von {budget} für Checkpoints</translation>
  </message>
  <message>
   <source>{used} of {budget}: nearly full</source>
   <translation>{used} von {budget}: fast voll</translation>
  </message>
  <message>
   <source>{used} of {budget}: over</source>
   <translation>{used} von {budget}: überschritten</translation>
  </message>
  <message>
   <source>{value} in the template</source>
   <translation>in der Vorlage {value}</translation>
  </message>
  <message>
   <source>{value} when the run began</source>
   <translation>{value} zu Beginn des Laufs</translation>
  </message>
  <message>
   <source>{value} when this was set up</source>
   <translation>{value} beim Einrichten</translation>
  </message>
  <message>
   <source>{what} cannot be moved to the bin: {why}. It was not deleted.</source>
   <translation>{what} lässt sich nicht in den Papierkorb verschieben: {why}. Nichts wurde gelöscht.</translation>
  </message>
  <message numerus="yes">
   <source>{what} go to the bin.</source>
   <extracomment>{what} goes to the bin.</extracomment>
   <translation>
    <numerusform>{what} kommt in den Papierkorb.</numerusform>
    <numerusform>{what} kommen in den Papierkorb.</numerusform>
   </translation>
  </message>
  <message>
   <source>{what} not measured</source>
   <translation>{what} nicht gemessen</translation>
  </message>
  <message numerus="yes">
   <source>{what} stayed: {why}</source>
   <extracomment>{what} stayed: {why}</extracomment>
   <translation>
    <numerusform>{what} ist geblieben: {why}</numerusform>
    <numerusform>{what} sind geblieben: {why}</numerusform>
   </translation>
  </message>
  <message>
   <source>{what}: {done:,} of {total:,}</source>
   <translation>{what}: {done:,} von {total:,}</translation>
  </message>
  <message>
   <source>{who} did not hear that {name} is wanted here, so it trains on there. It may be busy; try again in a while.</source>
   <translation>{name} trainiert dort weiter: Keine Antwort auf die Bitte um Übergabe ({who}). Vielleicht ist der Prozess beschäftigt; versuchen Sie es später noch einmal.</translation>
  </message>
  <message>
   <source>{who} trains it. Stop it there, then press Resume.</source>
   <translation>Es trainiert ihn schon {who}. Halten Sie ihn dort an und drücken Sie dann „Fortsetzen“.</translation>
  </message>
  <message>
   <source>{why}, made smaller to train in a bearable time; set height and width for another</source>
   <translation>{why}, verkleinert, damit das Training nicht zu lange dauert; für eine andere Größe Höhe und Breite angeben</translation>
  </message>
  <message>
   <source>{why}, rounded</source>
   <translation>{why}, gerundet</translation>
  </message>
  <message>
   <source>{why}. Nothing was deleted; Show folder leads to it.</source>
   <translation>{why}. Nichts wurde gelöscht; „Ordner zeigen“ führt dorthin.</translation>
  </message>
  <message>
   <source>{why}; the machine was busy with other work, so the next run like this measures again</source>
   <translation>{why}; der Rechner war anderweitig beschäftigt, daher misst der nächste Lauf dieser Art erneut</translation>
  </message>
  <message>
   <source>{width} × {height} pixels</source>
   <translation>{width} × {height} Pixel</translation>
  </message>
  <message>
   <source>{width}×{height} is the commonest size</source>
   <translation>{width}×{height} ist die häufigste Größe</translation>
  </message>
  <message>
   <source>{width}×{height} pixels</source>
   <translation>{width}×{height} Pixel</translation>
  </message>
  <message>
   <source>{words}, sample {k}</source>
   <translation>{words}, Probe {k}</translation>
  </message>
  <message>
   <source>φ-FD</source>
   <translation>φ-FD</translation>
  </message>
  <message>
   <source>φ-FD: Fréchet distance of fakes and reals on the fixed features φ, which need no download. It is no FID, and not comparable with one</source>
   <translation>φ-FD: Fréchet-Abstand von Fälschungen und echten Bildern auf den festen Merkmalen φ, für die nichts heruntergeladen wird. Sie ist keine FID und mit keiner vergleichbar</translation>
  </message>
  <message>
   <source>φ-MMD</source>
   <translation>φ-MMD</translation>
  </message>
  <message>
   <source>φ-MMD error</source>
   <translation>φ-MMD-Fehler</translation>
  </message>
  <message>
   <source>φ-MMD: kernel distance of fakes and reals on the fixed features φ, as KID is on Inception's. It is no KID</source>
   <translation>φ-MMD: Kernabstand von Fälschungen und echten Bildern auf den festen Merkmalen φ, wie KID auf denen von Inception. Sie ist keine KID</translation>
  </message>
  <message>
   <source>“{part}” is no seed; write whole numbers and ranges, such as 0-63, 100</source>
   <translation>„{part}“ ist kein Seed; schreiben Sie ganze Zahlen und Bereiche, etwa 0-63, 100</translation>
  </message>
  <message>
   <source>“{part}” runs backwards; write {last}-{first}</source>
   <translation>„{part}“ läuft rückwärts; schreiben Sie {last}-{first}</translation>
  </message>
  <message>
   <source>… and {n:,} more: Copy list takes all of them.</source>
   <translation>… und {n:,} weitere: „Liste kopieren“ nimmt alle.</translation>
  </message>
 </context>
</TS>
