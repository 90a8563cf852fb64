import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { problems } from '../../testing/axe';
import { provider, testProvider } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import ProvidersCard from '../settings/ProvidersCard.svelte';
import ProviderForm from './ProviderForm.svelte';

test('providers are listed with what their checks count for', async () => {
  mockShell({ list_providers: () => [provider, testProvider] });
  render(ProvidersCard);
  const [trusted, ofTests] = await screen.findAllByTestId('provider-row');
  expect(trusted).toHaveTextContent(/Example Check\s*Trusted/);
  expect(trusted).toHaveTextContent(/api\.check\.example.*Web KYC/);
  expect(ofTests).toHaveTextContent(/Tests\s*Test provider/);
  expect(await problems()).toEqual([]);
});

test('a secret goes to the keyring, and is not shown again', async () => {
  let state = 'missing';
  const calls = mockShell({
    provider_secret_state: () => ({ state }),
    set_provider_secret: () => {
      state = 'kept';
      return provider;
    },
  });
  render(ProvidersCard);
  const user = userEvent.setup();
  await user.click(await screen.findByText('Example Check'));
  expect(await screen.findByText(/Not saved; the wallet asks you/)).toBeInTheDocument();
  await user.click(screen.getByTestId('provider-replace-secret'));
  await user.type(screen.getByTestId('provider-new-secret'), 'hush{Enter}');
  expect(await screen.findByText('In the system keyring')).toBeInTheDocument();
  expect(await problems()).toEqual([]);
  expect(calls.find(({ command }) => command === 'set_provider_secret')?.args).toEqual({
    id: provider.id,
    secret: 'hush',
  });
  expect(document.body).not.toHaveTextContent('hush');
});

test('removing a provider asks, and says what stays behind in the keyring', async () => {
  let known = [provider];
  mockShell({
    list_providers: () => known,
    remove_provider: () => {
      known = [];
      return { id: 'error-secret-locked', arguments: { backend: { text: 'Secret Service' } } };
    },
  });
  render(ProvidersCard);
  const user = userEvent.setup();
  await user.click(await screen.findByText('Example Check'));
  await user.click(screen.getByTestId('provider-remove'));
  await user.click(screen.getByTestId('confirm-accept'));
  expect(await screen.findByTestId('provider-left-behind')).toHaveTextContent(/is locked\./);
  expect(screen.getByText(/A provider checks your identity/)).toBeInTheDocument();
  expect(await problems()).toEqual([]);
});

test('a page that forwards needs an address to listen at', async () => {
  const calls = mockShell({ add_provider: failing('usage', 'The redirect URI does not fit.') });
  const user = userEvent.setup();
  render(ProviderForm, { onadded: () => undefined, onclose: () => undefined });
  await user.type(screen.getByTestId('provider-name'), 'Example Check');
  await user.type(screen.getByTestId('provider-client-id'), 'com.example.wallet');
  expect(screen.queryByTestId('provider-listen')).toBeNull();
  await user.type(screen.getByTestId('provider-redirect'), 'https://wallet.example/back');
  await user.type(screen.getByTestId('provider-listen'), '127.0.0.1:8467/verified');
  await user.click(screen.getByTestId('provider-add'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('does not fit');
  expect(calls.at(-1)?.args).toMatchObject({
    input: { redirect: 'https://wallet.example/back', listen: '127.0.0.1:8467/verified' },
  });
});
