/** Embedding to image: the generators, behind one {@link org.onemodel.decoder.Decoder}. */
package org.onemodel.decoder;
