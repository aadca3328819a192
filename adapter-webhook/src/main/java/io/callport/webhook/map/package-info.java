/** From the JSON of an authentic callback to the data and the id of its event. */
@NullMarked
package io.callport.webhook.map;

import org.jspecify.annotations.NullMarked;
