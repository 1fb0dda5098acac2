/** How good a restored image is: PSNR, SSIM, and the noise that benchmarks add. */
package org.onemodel.evaluate;
