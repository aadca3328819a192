/**
 * The types that all queries share: the query and the checks of its parameters, its answer, the ports that answer it, and how it
 * fails. Concrete queries live beside their port, never here.
 */
@NullMarked
package io.callport.query;

import org.jspecify.annotations.NullMarked;
