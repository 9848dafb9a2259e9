// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

/**
 * A text message as the modem keeps it.
 *
 * @param index its place in the modem's memory
 * @param sender a number with plus and country, or the letters of a service; anybody can forge it
 * @param stamp the network's time, as the network writes it
 * @param text as sent; a message in UCS2 that is no text of a lantern is left in hexadecimal
 */
public record TextMessage(int index, String sender, String stamp, String text) {}
