/**
 * Images in and out: planes of an ImageJ or ImgLib2 image as {@code float[]}, their grey values as
 * an invertible {@link org.onemodel.image.Normalization}, and results that keep what the input was:
 * bit depth, dimensions, calibration, colours, labels and overlay.
 */
package org.onemodel.image;
