/** How Callport itself is configured wherever it is measured as a whole. Nothing here starts it or measures it. */
@NullMarked
package io.callport.benchmarks.service;

import org.jspecify.annotations.NullMarked;
