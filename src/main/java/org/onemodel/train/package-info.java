/** Fits an encoder to images while the generator stays frozen. No user interface. */
package org.onemodel.train;
