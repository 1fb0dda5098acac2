/** What an encoder reads from an image: a latent code and one noise map per generator layer. */
package org.onemodel.embedding;
