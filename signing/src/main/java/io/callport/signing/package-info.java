/**
 * How the vendors' requests are signed and their messages verified, step by step. Nothing here knows HTTP or the domain.
 */
@NullMarked
package io.callport.signing;

import org.jspecify.annotations.NullMarked;
