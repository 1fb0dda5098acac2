/** A model bundle on disk: description, weights, checksum, card; finding and listing. */
package org.onemodel.model;
