// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

/** Why there is no connection, told apart by what the caller does next. */
public enum Trouble {
  /** Nobody there, or the way is down: back off and try again. */
  UNREACHABLE,
  /** The broker does not want us or our messages (credentials, rights, limits): rest, try again. */
  REFUSED,
  /** The broker has too much to do or we asked too much of it: rest a minute at least. */
  BUSY,
  /** The broker says that another one is ours: it is not followed, the site document decides. */
  REDIRECTED,
  /** Somebody else connected with our client id: rest a minute at least and say so. */
  TAKEN_OVER,
  /** The TLS files here are of no use, or the broker could not prove who it is. */
  INSECURE
}
