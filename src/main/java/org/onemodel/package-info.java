/** OneModel: reconstruct and denoise images of every domain with one StyleGAN. */
package org.onemodel;
