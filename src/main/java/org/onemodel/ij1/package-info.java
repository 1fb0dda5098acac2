/**
 * The SciJava commands in plain ImageJ 1: menu entries, dialogs, recorded options, all made from
 * the commands' own parameters. In Fiji, SciJava's menu entries of the same path take their place.
 * The windows of a training run serve both.
 */
package org.onemodel.ij1;
