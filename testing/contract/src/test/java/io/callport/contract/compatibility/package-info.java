/**
 * Compares the schemas of this build with the released ones. Nothing here reads a message.
 */
@NullMarked
package io.callport.contract.compatibility;

import org.jspecify.annotations.NullMarked;
