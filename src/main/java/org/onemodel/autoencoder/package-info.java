/** An encoder and a decoder that belong together. */
package org.onemodel.autoencoder;
