// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/** Where an office answers before a vehicle passes. Calls wait for the answer. */
public interface TagDesk {

  TagAnswer ask(TagQuestion question) throws OfficeTrouble;

  /** Asks for nothing but a sign of life. */
  void probe() throws OfficeTrouble;
}
