/** What an application gives to the receiver of callbacks: accounts, limits, the clock and the listener. */
@NullMarked
package io.callport.webhook.settings;

import org.jspecify.annotations.NullMarked;
