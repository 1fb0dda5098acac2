/**
 * Reading foreign checkpoints and our own weights: nothing is executed, everything is checked.
 *
 * <p>{@link org.onemodel.weights.Checkpoint} reads PyTorch's files as plain data on the Java heap;
 * no tensor library is needed for it.
 */
package org.onemodel.weights;
