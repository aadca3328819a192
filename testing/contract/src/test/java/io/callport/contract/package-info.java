/**
 * Checks whether messages match docs/schemas, and whether those schemas still match the released ones. It knows JSON
 * and Kafka's records, but not Callport's code.
 */
@NullMarked
package io.callport.contract;

import org.jspecify.annotations.NullMarked;
