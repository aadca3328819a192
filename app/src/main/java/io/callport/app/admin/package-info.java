/**
 * The admin port: the running service's health, its accounts and its metrics over HTTP. How each is written or measured lives
 * in rooms of its own.
 */
@NullMarked
package io.callport.app.admin;

import org.jspecify.annotations.NullMarked;
