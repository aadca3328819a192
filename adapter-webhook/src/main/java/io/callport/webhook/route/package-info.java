/** The paths that vendors push to. Nothing here knows an account or a secret. */
@NullMarked
package io.callport.webhook.route;

import org.jspecify.annotations.NullMarked;
