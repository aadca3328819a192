/**
 * Reads {@code callport.yaml}: one reader for each of its keys, every problem noted with its key. Starts nothing and
 * asks nobody.
 */
@NullMarked
package io.callport.config.file;

import org.jspecify.annotations.NullMarked;
