/** Images that a generator makes from random latent codes and noise maps. */
package org.onemodel.explore.generation;
