// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

/**
 * A part that cannot speak for itself.
 *
 * @param part its health id
 * @param code a stable reason
 * @param message for people
 * @param mayPass whether waiting may cure it: it counts as starting at first
 */
public record Trouble(String part, String code, String message, boolean mayPass) {}
