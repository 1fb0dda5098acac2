/**
 * The windows of installed models and of PyTorch, in ImageJ and Fiji, and the questions before
 * anything is downloaded.
 */
package org.onemodel.ij1.manager;
