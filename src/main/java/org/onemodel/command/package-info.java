/**
 * SciJava commands under {@code Plugins > OneModel}: parameters, one call to the service, a result.
 * ImageJ2, Fiji, scripts and macros find them; {@code ij1} offers the same ones in plain ImageJ.
 */
package org.onemodel.command;
