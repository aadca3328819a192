/**
 * The faults that can be armed in the sandbox: what they are called, what they take, and which is due next. How a fault
 * shows, in an answer or on the wire, is not decided here.
 */
@NullMarked
package io.callport.sandbox.fault;

import org.jspecify.annotations.NullMarked;
