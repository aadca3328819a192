/**
 * The faults that can be armed in the sandbox: their names, their fields, and their order. The effect of a fault on an
 * answer or on the wire is decided elsewhere.
 */
@NullMarked
package io.callport.sandbox.fault;

import org.jspecify.annotations.NullMarked;
