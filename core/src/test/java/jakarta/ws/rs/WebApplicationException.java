// SPDX-License-Identifier: Apache-2.0
package jakarta.ws.rs;

/** Has the name of the one that core does not depend on. */
public class WebApplicationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * An exception for a status.
   *
   * @param message usually the status
   * @param cause what went wrong, or null
   */
  public WebApplicationException(String message, Throwable cause) {
    super(message, cause);
  }
}
