/**
 * Building blocks that encoders and decoders share, and the checks of shapes where tensors enter.
 */
package org.onemodel.nn;
