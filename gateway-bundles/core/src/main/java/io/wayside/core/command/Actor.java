// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name a person's or a system's name as the face knows it
 * @param face by which way: {@code cli}, {@code console}, {@code central}, {@code kura}
 * @param permissions what the face has established that this actor may do
 */
public record Actor(String name, String face, Set<Permission> permissions) {

  public Actor {
    permissions = Set.copyOf(permissions);
  }
}
