/**
 * The types that all queries share: the query and the checks of its parameters, its answer, its failure, and the ports
 * that answer it. Concrete queries live beside their port, never here.
 */
@NullMarked
package io.callport.query;

import org.jspecify.annotations.NullMarked;
