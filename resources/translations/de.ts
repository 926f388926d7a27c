<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>studio</name>
  <message>
   <source>1 grey, 3 colour, 4 colour with transparency; auto takes 3 unless all are grey.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A checkpoint at least this often.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A checkpoint every so many kimg; 0 lets the clock below decide.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A folder or zip of images, a few hundred or many thousand; sub-folders can be classes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A generator and a discriminator that fit each other</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A run's folder, name or number, RUN:ID for one of its checkpoints, or a checkpoint's folder. Weights that fit are taken over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A stage whose shorter side is larger than this has half the width per doubling.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A zip or a folder of the digits, in sub-folders 0 to 9; left empty, MNIST is downloaded once (10 MB).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ADA</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ADA: flips, turns, shifts, scalings, colours and a hole, each with probability p times its group's share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adam</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adam with decoupled weight decay. Source: Loshchilov and Hutter, arXiv 1711.05101</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adam: momentum and a step size per weight. Source: Kingma and Ba, arXiv 1412.6980</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>AdamW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adaptive p grows while the mean sign of D on real images is above this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Added to the denominator against division by zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An adaptive p never exceeds this: above about .8 changes leak into the samples.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Arithmetic of the convolutions and products. Weights stay fp32; fp64 is for checks. auto takes bf16 only where it is faster and agrees.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Auto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Autopilot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Batch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Batch size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Begin with what another run has learnt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CIFAR-10</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CIFAR-10: 50,000 photographs of 32×32 pixels, colour, in 10 classes; 170 MB to download. Source: Krizhevsky, 2009</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Carry out the first remedy of a critical alarm without being asked; everything it does is told.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change brightness, saturation and contrast.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels are never more than this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels at half the image's size; each halving doubles them. The paper's is 64 for 64×64.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels at the image's full size; each halving doubles them. The paper's is 64 for 256×256.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels five doublings above the base grid, at 128 pixels; coarser levels have up to 16 times as many. The paper's is 64.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels of every stage; the paper's is 768, which needs a GPU.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels that one group of the 3×3 convolutions shares; must divide twice the width.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels-last memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checkerboard pattern</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checkpoint at least every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checkpoint every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checkpoints to keep</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checks take at most this share of the time while the run trains.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checks while training: what goes wrong is named the moment it begins, with what mends it. They never change the training</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Classes are ignored</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clip gradients at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coloured shapes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colours are missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compare pixels by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compile the networks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compute on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compute that penalty every k-th step, k times as strong: it is costly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compute the penalty every k-th D step, k times as strong.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coverage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cut a hole of half the width and height.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cut-out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D depth</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D is told how much so many images differ, which keeps G varied. With 0 each image is judged alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D steps per G step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D width</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D's blocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D's rate ÷ G's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DCGAN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DCGAN: strided 4×4 convolutions, the classic light pair for images</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Decay of the gradient's running mean; 0 suits modern GANs, .5 the DCGAN paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Decay of the squared gradient's running mean.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Depth</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DiffAugment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>DiffAugment: colours, a shift and a hole in every image; for a few hundred pictures, with any loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference (L1)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digits: 1,797 handwritten digits of 8×8 pixels, grey, in 10 classes. Source: UCI Optical Recognition of Handwritten Digits, 1998</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disk budget</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disk space that checkpoints and the timeline may take.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distances to nearest neighbours: variety, and whether training samples were copied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eight clusters on a circle: watch the generator find them all, and the discriminator's map bend around them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Epsilon (ε)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Examine the run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Examine the run while it trains, and raise an alarm when it begins to fail.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FID</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FID: Fréchet distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fashion-MNIST</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fashion-MNIST: 60,000 articles of clothing of 28×28 pixels, grey, in 10 classes; 31 MB to download. Source: arXiv 1708.07747</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FastGAN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FastGAN: learns from a few dozen pictures, because D must also redraw what it sees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fifty thousand small photographs in ten classes; fetched once (170 MB). A GPU makes it good; a laptop shows the idea.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Figure of merit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit to size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flips, quarter turns, shifts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folder: pictures anywhere below a folder, its sub-folders as classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Follow D's overfitting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From 0 to 1 in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fully connected layers: fastest for points and tiny images</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>GB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generation: z → x, with or without classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient memory (α)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient memory (β₂)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient penalty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient penalty on D: R1 on reals, R2 on fakes, both, or WGAN-GP between them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grid of points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grid: 25 Gaussians at {−4, −2, 0, 2, 4}², σ .05. Source: PacGAN, arXiv 1712.04086</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Group size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Half-life</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Handwritten digits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height and width of the pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height and width: 28 as published, or 32 with a black border, which halves more often.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of what is trained on; 0 chooses by the pictures' own sizes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hidden layers of the discriminator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hidden layers of the generator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High quality</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Highest p</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hinge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hinge: D stops pushing samples that lie beyond its margin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How R1 and R2 are found. gradient: exactly. difference: from how D answers to a slightly disturbed image, which is faster and right on average, but noisier; not with an augmentation.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How both players follow their gradients</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the difference looks: standard deviation of the disturbance; images span −1 to 1. Nearer is truer on average and much noisier.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How images are changed before D sees them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How long, how much at a time, and where</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many pictures are stacked, once, before training.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many points are drawn, once, before training.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many remedies the autopilot tries in this run before it leaves it alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of the mean path length each penalty keeps.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much redrawing the reals counts in D's loss; 0 leaves it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How redrawn pixels are compared: l1 by the difference, mse by its square.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Images after which an old weight counts half; 0 keeps no average.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Images at once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Images compared at a time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Images in one step; larger is steadier and slower.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Images that pass at once; 0 passes the batch whole, or in as few parts as the memory asks for. Without batch statistics the result is the same.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Improved precision and recall in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Instance noise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>KID</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>KID: kernel distance of fakes and reals in Inception-v3's 2048 features, by torch-fidelity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Label smoothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest fp16 value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest value in a layer where numbers are fp16, which has little range.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Latent numbers (z)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layers of the mapping network</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layers of the mapping network from z to the style; 2 for small images, 8 in the paper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leaky slope</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Learning rate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Learning rate of the generator, and of the discriminator times the ratio below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Least squares</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Least squares (LSGAN): D regresses 1 for real and 0 for fake</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length of the run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length of the run in thousand real images shown to D.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length of the shortest of these waves, in units of the data; the longest are a hundred times as long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let p follow how well D knows the real images by heart; needs a loss whose D says real above 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let torch compile the networks where no penalty differentiates twice; it takes a minute at the start and needs a compiler.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Location</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Longer gradients are shortened to this norm, each player's by itself; 0 leaves them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low variety</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MNIST</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MNIST: 60,000 handwritten digits of 28×28 pixels, grey, in 10 classes; 10 MB to download. Source: LeCun et al., 1998</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mapping's rate ÷ the rest's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Max width</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure checkpoints</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure each checkpoint after it was saved, beside training, so that the best one is known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measure the averaged G every so many kimg too; 0 measures checkpoints alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measuring takes at most this share of the time while the run trains.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measuring while training: which figure, how often, and how much time it may take</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory layout that many processors prefer for convolutions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minimax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minimax: the original game, where G minimises what D maximises</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mirror images too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mode dropping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mode hopping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Modes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Modes of a known mixture: which are found, how well, how evenly</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Modes of stacked digits: which of the 1000 combinations are shown, and how evenly</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Momentum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Momentum (β₁)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Narrow above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Noise in G</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Noise in every layer of G, as strong as it learns to want it: chance for hair and grain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Non-saturating</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Non-saturating: G maximises the odds that D takes its fakes for real</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None: D sees the images as they are</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not learning</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not trained long enough</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number format</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number formats and what else decides the speed; `auto` is what a few steps at the start show to be fastest here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers explode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers in a style w, which the mapping network makes of z.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers in the latent z that the generator starts from.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One sample a class</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One-sided label smoothing: the target of real images is lower by this, so that D does not grow overconfident.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Other shapes: crop to fill the frame, pad with black around, or stretch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path length of every k-th image</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path-length memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path-length penalty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path-length penalty every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Penalty by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Penalty every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Penalty weight (γ)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plain</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plain layers (MLP)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision and recall, density and coverage, in fixed features</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Probability (p)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Probability of every change: .3 to .5 at the end suits most. Where p is adaptive, its first value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Probability that an image is changed, for each of the three by itself; the paper's is 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Processor cores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Processor cores that share the work; 0 takes as many as are fastest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R1 and R2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN: CIFAR-10</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN: ImageNet, 32×32</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN: faces, 256×256</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN: faces, 64×64</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R3GAN: modern residual blocks, the best for images where there is a GPU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>RMSprop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>RMSprop: a step size per weight, no momentum; WGAN's choice. Source: Hinton, lecture 6e; arXiv 1701.07875</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ramp-up share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reach of the difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Real 8×8 digits that come with GAN Studio: nothing to download, readable within half a minute.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Real images in which an adaptive p could go from 0 to 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Relativistic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Relativistic pairing (RpGAN): a fake is judged against a real one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remedies to try</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Residual blocks of every stage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resolution</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reverse KL</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ring</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ring of points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ring: 8 Gaussians at (cos πk/4, sin πk/4), σ .01. Source: PacGAN, arXiv 1712.04086</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SGD</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples are copies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples in the live grid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples in the live grid, always of the same latents.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples of one measurement; 0 takes the figure's usual number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples to measure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scaling and turning</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shapes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shapes drawn on the fly, without end and with known truth: a small colour set to compare settings on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shapes: one coloured shape on black, drawn anew for every batch, in 6 classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of each weight taken away per step, times the learning rate.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of fakes in training whose finer layers take their style from another z.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of p for a hole of half the width and height; 0 leaves it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of p for brightness, contrast, inversion, hue and saturation; 0 leaves them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of p for mirroring, quarter turns and whole shifts; 0 leaves them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of p for scaling, turning and fractional shifts; 0 leaves them out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of the last step that is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of time at most</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift by up to an eighth of the image.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shortest wave</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show each picture's mirror image too, half the time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show each picture's mirror image too, half the time; not for writing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sine waves over the input that the discriminator sees too: it then tells finer shapes apart. 0: none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sixty thousand handwritten digits at 28×28; fetched once (10 MB), or trained from your own zip.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sliced Wasserstein distance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sliced Wasserstein-2 distance: how far the fakes' pixels must move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slope of the leaky ReLU below zero; small ones make sharper edges between modes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>So many stages of the discriminator, from the picture on, stay as they are. Helps where pictures are few.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spaced checkpoints kept beside the first, last, best and pinned ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spectral</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Square (MSE)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked MNIST</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked MNIST: three of MNIST's digits as red, green and blue, 128,000 fixed triples; 1000 modes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked digits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stacked digits: three handwritten digits of 8×8 pixels as red, green and blue, drawn anew for every picture; 1000 modes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stages of D to freeze</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standard deviation of Gaussian noise added to all that D sees; images span −1 to 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start of every random draw: the same seed gives the same run on the same machine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start of the draw: the same seed gives the same points.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start of the draw: the same seed gives the same triples.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps of the discriminator for every step of the generator.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stochastic gradient descent, with momentum if wanted: the plain minimax game's own dynamics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Style mixing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Style numbers (w)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>StyleGAN2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>StyleGAN2: styles that can be mixed and truncated, for smooth latents</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That penalty looks at every k-th image of the batch: less memory and time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The augmentation leaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The averaged copy of G that makes the samples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The class histogram, by a classifier trained on the real samples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The discriminator dominates</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The discriminator is too weak</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The discriminator overfits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The discriminator's learning rate ÷ the generator's.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The figure that says which checkpoint is best. auto: high quality for the ring and the grid, evenness of the modes for stacked digits, sliced Wasserstein distance for all else. FID and KID need the extra gan-studio[metrics] and its weights.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The generator's gradient vanishes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The half-life is at most this share of the images so far; 0 means no ramp.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The mapping network learns this many times as fast as the rest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The paper's own recipe for FFHQ, from your folder or zip of it. It needs GPUs; train on while it improves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The paper's own recipe for FFHQ, from your folder or zip of it. It needs several large GPUs; train on while it improves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The paper's own recipe, with classes. It needs GPUs: the paper's run took eight of them four days.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The paper's own recipe; a thousand classes, as sub-folders of your folder or zip. It needs many GPUs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Total collapse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Train with classes: G is told which one to make, D which one it sees.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Translation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Triples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Twenty-five clusters in a square: the classic test for mode collapse.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>WGAN-GP</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wanted mean sign of D</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wasserstein</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wasserstein: D estimates how far the fakes lie from the reals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waves that D sees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight decay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight of redrawing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight of the path-length penalty, which makes equal steps in style change images equally.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight γ of the penalty: γ/2·E‖∇D‖² for R1 and R2, γ·E(‖∇D‖ − 1)² for WGAN-GP.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is kept on disk while training</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the generator and the discriminator each minimise, with the gradient penalty and noise that go with it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the pictures are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the published files lie already; left empty, they are downloaded once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the real samples come from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who plays whom: the networks, and the loss of each player's step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the discriminator's hidden layers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the generator's hidden layers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of what is trained on; 0 chooses by the pictures' own sizes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>With shortcuts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your own pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zip file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zip: pictures in a zip, its sub-folders as classes, or StyleGAN's layout with dataset.json</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>as many as fit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>auto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>auto, cpu, cuda, cuda:1, mps …: where the networks run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>automatic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>batch: batch normalisation in G and D, as the paper; spectral: spectral norm in D, batch in G; none: neither.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bf16</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>both: batch normalisation and spectral norm in G and D, as published; batch: only that; spectral: spectral norm, batch in G; none: neither.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>by the clock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>fp16</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>fp32</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>fp64</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>images</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>kimg</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>min</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>never</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no other run</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>resnet: D's blocks have shortcuts, as the paper; plain: none, for 32×32 and less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>samples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>usual</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>φ-FD</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>φ-FD: Fréchet distance of fakes and reals on the fixed features φ, which need no download. It is no FID, and not comparable with one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>φ-MMD</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>φ-MMD: kernel distance of fakes and reals on the fixed features φ, as KID is on Inception's. It is no KID</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
