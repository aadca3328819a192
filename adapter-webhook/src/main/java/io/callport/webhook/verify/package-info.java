/** The proof that a callback is authentic, in steps that do not depend on what is wrong. Nothing here reads JSON. */
@NullMarked
package io.callport.webhook.verify;

import org.jspecify.annotations.NullMarked;
