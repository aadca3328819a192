/**
 * The memory of the process as one budget: who holds how much of it, and for what. The adapters draw from it; the
 * switchboard only weighs what it holds itself.
 */
@NullMarked
package io.callport.memory;

import org.jspecify.annotations.NullMarked;
