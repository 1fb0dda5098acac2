/** Draws the project's microscopy-like test images from a seed; {@code TestImages} writes them. */
package org.onemodel.testimages;
