import { expect, test } from 'vitest'
import { readCertificate } from './certificate.ts'

const ROOT =
  'MIIBizCCATGgAwIBAgIUOvEmXpvcGg8wcRVOP5IXjka58jUwCgYIKoZIzj0EAwIwGzEZMBcGA1UEAwwQQ29udG9zbyBQMlMgUm9vdDAeFw0yNjExMjUwODQ5MTVaFw0zNjExMjIwODQ5MTVaMBsxGTAXBgNVBAMMEENvbnRvc28gUDJTIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASHbKpfVvnGvNz2wFhAHZRR6U30+oxOfKC8O+HDEGeZcvqHymr/pFt0e2RS4oXUtSSR0DH0odui1zqRUvH61JO1o1MwUTAdBgNVHQ4EFgQURrOx16cLzfYtIloQTnkm/EdJUw0wHwYDVR0jBBgwFoAURrOx16cLzfYtIloQTnkm/EdJUw0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA8GYnfDJVeeY6JNONK23a3XznN8r6iX/I47JKpSRGSLYCIDjrGJUDEzkpwq/9oNVZGiw8nX6AFIU0y8qderd4fOQ6'

test('tells when a certificate ends, also with the lines around it', () => {
  const end = Date.UTC(2036, 10, 22, 8, 49, 15)
  expect(readCertificate(ROOT)).toEqual({ notAfter: end })
  const lines = `-----BEGIN CERTIFICATE-----\n${ROOT.slice(0, 64)}\n${ROOT.slice(64)}\n-----END CERTIFICATE-----`
  expect(readCertificate(lines)).toEqual({ notAfter: end })
})

test.each(['', 'not base64 at all!', 'AAAA', ROOT.slice(0, 100), btoa('\x30\x84\xff\xff\xff\xff')])(
  'says nothing of %j',
  (text) => {
    expect(readCertificate(text)).toBeUndefined()
  },
)
