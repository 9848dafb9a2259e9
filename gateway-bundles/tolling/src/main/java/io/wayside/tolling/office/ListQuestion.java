// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/**
 * Which list is wanted.
 *
 * @param haveVersion the version in force here; 0 without one
 */
public record ListQuestion(String issuer, String list, long haveVersion) {}
