/**
 * Images in and out: planes of an ImageJ or ImgLib2 image as {@code float[]}, their grey values as
 * an invertible {@link org.onemodel.image.Normalization}, and results that keep what the input was:
 * bit depth, dimensions, calibration, colours, labels and overlay.
 *
 * <p>{@link org.onemodel.image.ImagePlanes} reads the chosen planes and region by rows, {@link
 * org.onemodel.image.ImageResult} writes them, and everything else of the image goes along:
 *
 * <pre>{@code
 * ImagePlanes planes =
 *         new ImagePlanes(image)
 *                 .withSelection(PlaneSelection.parse("all", "3-7", "current"))
 *                 .withRegion(RegionUse.AUTO, 64);
 * PlaneNormalizations ranges =
 *         Normalizations.of(planes, NormalizationScope.STACK, Percentiles.DEFAULT);
 * ImageResult result = new ImageResult(planes, "-denoised", OutputType.SAME);
 * for (int i = 0; i < planes.count(); i++) {
 *     restore(planes.filledRows(i), ranges.of(i), result.rows(i));
 * }
 * ImagePlus denoised = result.finish();
 * }</pre>
 */
package org.onemodel.image;
