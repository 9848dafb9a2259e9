// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps what is told to it. */
final class Acknowledgements implements Delivery.Watch {

  final List<SetAside> asides = new ArrayList<>();
  private final Deque<Parcel> mail;

  Acknowledgements(Deque<Parcel> mail) {
    this.mail = mail;
  }

  @Override
  public void acknowledged(Parcel parcel) {
    mail.add(parcel);
  }

  @Override
  public void setAside(SetAside all) {
    asides.add(all);
  }
}
