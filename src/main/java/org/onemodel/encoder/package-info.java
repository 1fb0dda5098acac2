/** Image to embedding: the networks that are trained. */
package org.onemodel.encoder;
