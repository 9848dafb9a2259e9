// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

/** What an actor may do; each verb asks for one. */
public enum Permission {
  /** Look. */
  WATCH,
  /** Decide about vehicles and passages. */
  OPERATE,
  /** Act on devices: zero a scale, test a lamp. */
  MAINTAIN,
  /** Change configuration and software. */
  ADMINISTER
}
