/**
 * The lists of all queries and of all events, from which the adapters, the command line and the tests learn what
 * exists.
 */
@NullMarked
package io.callport.catalog;

import org.jspecify.annotations.NullMarked;
