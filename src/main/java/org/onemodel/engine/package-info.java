/**
 * PyTorch before and while it starts: where its native library comes from, downloading it once the
 * user agreed, and what took a Java down earlier. Nothing here downloads unasked.
 */
package org.onemodel.engine;
