/**
 * Reading foreign checkpoints and our own weights: nothing is executed, everything is checked.
 *
 * <p>{@link org.onemodel.weights.Checkpoint} reads files of PyTorch, NVIDIA and safetensors as
 * plain data on the Java heap, and {@link org.onemodel.weights.Safetensors} reads and writes our
 * own as a stream; no tensor library is needed for either.
 */
package org.onemodel.weights;
