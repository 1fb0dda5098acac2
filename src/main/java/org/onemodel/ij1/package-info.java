/**
 * The SciJava commands in plain ImageJ 1: menu entries, dialogs, recorded options, all made from
 * the commands' own parameters. In Fiji, SciJava's menu entries of the same path take their place.
 * What macros call for a folder of images is here, too; windows that serve both hosts are in the
 * packages below.
 */
package org.onemodel.ij1;
