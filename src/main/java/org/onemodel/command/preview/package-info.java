/**
 * Previews of what a command will make, drawn over an image in its window while a user tries the
 * options; the image, its overlay and its selection are never touched.
 */
package org.onemodel.command.preview;
