/** The command line: a command reads its files, calls the library once and writes its files. */
package org.onemodel.cli;
