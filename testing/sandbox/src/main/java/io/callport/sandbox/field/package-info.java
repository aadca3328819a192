/**
 * The fields of the JSON that the sandbox's own endpoints take: how each is checked, and the failure that names it.
 * What a field means is decided where it is used.
 */
@NullMarked
package io.callport.sandbox.field;

import org.jspecify.annotations.NullMarked;
