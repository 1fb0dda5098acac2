// Compares an image with a clean one of the same scene: PSNR in dB and SSIM, each the mean over the
// planes. 8-bit and RGB images are compared over 255 grey levels, others over the clean image's range.

#@ ImagePlus (label = "Image") image
#@ ImagePlus (label = "Clean (the same scene without noise)") clean
#@ Boolean (label = "Affine (fit gain and offset first)", value = false, persist = false) affine
#@ LogService log
#@output Double psnr
#@output Double ssim

import org.onemodel.evaluate.PairBenchmark

score = new PairBenchmark(affine).measure(image, clean) { it }
psnr = score.psnr()
ssim = score.ssim()
log.info(String.format(Locale.ROOT, "%s: PSNR %.2f dB, SSIM %.4f", image.title, psnr, ssim))
