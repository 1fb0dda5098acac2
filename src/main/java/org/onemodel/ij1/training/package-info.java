/** The windows of a training run, in ImageJ and Fiji: plot, samples, buttons. */
package org.onemodel.ij1.training;
