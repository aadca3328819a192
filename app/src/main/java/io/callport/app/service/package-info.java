/** The wiring of the service: opens the adapters in order, and closes them. No decision about commands is made here. */
@NullMarked
package io.callport.app.service;

import org.jspecify.annotations.NullMarked;
